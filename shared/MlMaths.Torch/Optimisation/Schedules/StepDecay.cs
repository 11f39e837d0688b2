namespace MlMaths.Torch.Optimisation;

/// <summary>
/// A staircase down:
/// <code>f(t) = γ^⌊t/k⌋</code>
/// </summary>
/// <param name="Every">k, in updates, from 1.</param>
/// <param name="γ">What one stair multiplies with, above 0.</param>
public sealed record StepDecay(int Every, double γ = 0.1) : ILearningRateSchedule
{
    /// <summary>What one stair multiplies with, above 0.</summary>
    public double γ { get; init; } = Finite.Positive(γ);

    /// <inheritdoc/>
    public double Factor(int t, int steps) => Math.Pow(γ, t / Every);
}
