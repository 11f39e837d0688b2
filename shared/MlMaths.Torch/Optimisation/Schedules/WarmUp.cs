namespace MlMaths.Torch.Optimisation;

/// <summary>
/// A ramp before another schedule: the first gradients of a net are the largest, and Adam's means know little yet.
/// <code>
/// f(t) = (t + 1)/w              t &lt; w
/// f(t) = then(t − w, T − w)     t ≥ w
/// </code>
/// Source: Goyal et al., 2017, arXiv 1706.02677, section 2.2.
/// </summary>
/// <param name="Steps">w, in updates, from 0.</param>
/// <param name="Then">What follows the ramp.</param>
public sealed record WarmUp(int Steps, ILearningRateSchedule Then) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public double Factor(int t, int steps) => t < Steps ? (t + 1.0) / Steps : Then.Factor(t - Steps, steps - Steps);
}
