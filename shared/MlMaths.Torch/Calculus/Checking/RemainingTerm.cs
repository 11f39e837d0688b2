using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// One term of a loss that is a sum: the whole less the part without it. L = L_data + L_penalty is checked in two halves, so that a
/// forgotten λw is found in the penalty and not in the loss on the rows.
/// </summary>
/// <param name="whole">Answers for the sum.</param>
/// <param name="rest">Answers for the sum without the term, on the same parameters.</param>
public sealed class RemainingTerm(IGradientSource whole, IGradientSource rest) : IGradientSource
{
    /// <inheritdoc/>
    public ParameterVector Parameters => whole.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch) => whole.Loss(batch) - rest.Loss(batch);

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        double without = rest.Differentiate(batch);
        Tensor gradient = rest.Parameters.Gradient.clone();
        double loss = whole.Differentiate(batch) - without;
        using (torch.no_grad())
            whole.Parameters.Gradient.sub_(gradient);
        return loss;
    }
}
