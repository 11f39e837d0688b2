using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient by trying: each coordinate of θ is moved a little to both sides and the loss looked at.
///
/// <code>
/// ∂L/∂θⱼ ≈ (L(θ + heⱼ) − L(θ − heⱼ)) / 2h        error: h²/6 · L'''  (truncation)  +  ε|L|/h  (rounding)
/// </code>
///
/// The sum of both errors is least near h = ε^⅓, 6·10⁻⁶ in double precision, times the size of θⱼ. It costs 2p losses and
/// carries about ten right digits: too slow to train with, independent enough to check the other answers.
/// Source: Press et al., Numerical Recipes, 3rd ed., section 5.7.
/// </summary>
public sealed class FiniteDifferences(IGradientSource function) : IGradientSource
{
    private static readonly double Step = Math.Cbrt(Math.BitIncrement(1.0) - 1.0);

    /// <inheritdoc/>
    public ParameterVector Parameters => function.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch) => function.Loss(batch);

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        double[] θ = Parameters.ToArray();
        double[] gradient = new double[θ.Length];
        for (int j = 0; j < θ.Length; j++)
            gradient[j] = Slope(batch, θ, j);

        Parameters.Set(θ);
        using DisposeScope scope = torch.NewDisposeScope();
        Parameters.Gradient.copy_(TensorCopy.Of(gradient, dtype: Parameters.Gradient.dtype,
            device: Parameters.Gradient.device));
        return Loss(batch);
    }

    private double Slope(Batch batch, double[] θ, int j)
    {
        double h = Step * Math.Max(1, Math.Abs(θ[j]));
        double above = LossAt(batch, θ, j, θ[j] + h);
        double below = LossAt(batch, θ, j, θ[j] - h);
        // What was really added, after rounding, is what must be divided by.
        return (above - below) / (θ[j] + h - (θ[j] - h));
    }

    private double LossAt(Batch batch, double[] θ, int j, double value)
    {
        double kept = θ[j];
        θ[j] = value;
        Parameters.Set(θ);
        θ[j] = kept;
        return function.Loss(batch);
    }
}
