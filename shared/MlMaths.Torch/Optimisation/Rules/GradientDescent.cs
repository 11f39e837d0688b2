using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Downhill, in proportion to the slope:
///
/// <code>θ ← θ − ηg            g = ∇L + λθ</code>
///
/// On all rows at once this is gradient descent (Cauchy 1847); on a batch drawn by chance it is stochastic gradient
/// descent (Robbins and Monro 1951). The rule is the same, the batches are not.
/// </summary>
/// <param name="λ">Weight decay, from 0.</param>
public sealed class GradientDescent(double λ = 0) : IUpdateRule
{
    private readonly double _λ = Finite.NotNegative(λ);
    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch) =>
        parameters.Values.add_(WeightDecay.Added(parameters, _λ), -Finite.Checked(η));
}
