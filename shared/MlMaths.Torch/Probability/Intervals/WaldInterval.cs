namespace MlMaths.Torch.Probability;

/// <summary>
/// The interval that schoolbooks give: the normal distribution with the estimated spread. It stands here to be measured, not to
/// be used: at 0 of n it has no width, and at rare rates it misses the truth far more often than it promises (L. D. Brown,
/// T. T. Cai, A. DasGupta, 2001, Statistical Science 16:101–133).
/// <code>
/// one proportion    q ± z √(q(1 − q)/n)
/// two proportions   q₂ − q₁ ± z √(q₁(1 − q₁)/n₁ + q₂(1 − q₂)/n₂)
/// </code>
/// </summary>
public static class WaldInterval
{
    private const string Method = "Wald";

    /// <summary>The interval of <paramref name="successes"/> in <paramref name="trials"/>; undefined without a trial.</summary>
    public static Interval Of(long successes, long trials, double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0) return Interval.Undefined("a proportion of no trials", confidence);
        double q = (double)successes / trials;
        double halfWidth = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(q * (1 - q) / trials);
        return new Interval(q, q - halfWidth, q + halfWidth, confidence, Method);
    }

    /// <summary>The interval of the second proportion less the first.</summary>
    public static Interval Difference(TwoProportions counts, double confidence = Interval.DefaultConfidence)
    {
        double q1 = counts.First, q2 = counts.Second;
        double halfWidth = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(
            q1 * (1 - q1) / counts.FirstTrials + q2 * (1 - q2) / counts.SecondTrials);
        return new Interval(q2 - q1, q2 - q1 - halfWidth, q2 - q1 + halfWidth, confidence, Method);
    }
}
