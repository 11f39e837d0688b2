namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Smaller and smaller, but never so fast that the steps could not reach any distance:
/// <code>f(t) = 1/√(1 + t)</code>
/// A subgradient does not shrink near a minimum, so that a constant rate would hop over it for ever.
/// Source: Shor, Minimization Methods for Non-Differentiable Functions (1985).
/// </summary>
public sealed record InverseRootDecay : ILearningRateSchedule
{
    /// <inheritdoc/>
    public double Factor(int t, int steps) => 1 / Math.Sqrt(1.0 + t);
}
