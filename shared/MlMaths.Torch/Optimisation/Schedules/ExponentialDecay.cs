namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The same share less at every update:
/// <code>f(t) = γᵗ</code>
/// </summary>
/// <param name="γ">From above 0 to 1; 0.999 halves the rate in 693 updates.</param>
public sealed record ExponentialDecay(double γ) : ILearningRateSchedule
{
    /// <summary>From above 0 to 1.</summary>
    public double γ { get; init; } = Finite.Positive(γ);

    /// <inheritdoc/>
    public double Factor(int t, int steps) => Math.Pow(γ, t);
}
