using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient by reverse-mode automatic differentiation: libtorch records every operation that leads to the loss and
/// walks the record backwards. Any loss can be asked, and nothing has to be derived.
/// </summary>
public sealed class Autograd(ParameterVector parameters, Func<Batch, Tensor> loss) : IGradientSource
{
    /// <summary>Autograd's answer for logistic regression with penalty λ ≥ 0.</summary>
    public static Autograd For(LogisticModel model, double λ) =>
        new(model.Parameters, batch => LogisticLoss.Value(batch.X, batch.y, model.Weights, model.Bias, λ));

    /// <inheritdoc/>
    public ParameterVector Parameters => parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return loss(batch).ToDouble();
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        parameters.ClearGradient();
        Tensor L = loss(batch);
        L.backward();
        return L.ToDouble();
    }
}
