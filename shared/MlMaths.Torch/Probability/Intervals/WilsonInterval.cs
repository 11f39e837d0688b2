namespace MlMaths.Torch.Probability;

/// <summary>
/// The score interval of a proportion q = x/n (E. B. Wilson, 1927, J. Am. Stat. Assoc. 22:209–212): all rates π that a
/// normal test of "the rate is π" would not reject. It never leaves [0, 1] and has a width even at 0 of n.
/// <code>
/// |q − π| ≤ z √(π(1 − π)/n), solved for π:
/// centre     = (q + z²/2n) / (1 + z²/n)
/// half-width = z √(q(1 − q)/n + z²/4n²) / (1 + z²/n)
/// </code>
/// </summary>
public static class WilsonInterval
{
    private const string Method = "Wilson";

    /// <summary>The interval of <paramref name="successes"/> in <paramref name="trials"/>; undefined without a trial.</summary>
    public static Interval Of(long successes, long trials, double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0) return Interval.Undefined("a proportion of no trials", confidence);

        double z = Normal.TwoSidedQuantile(confidence);
        double n = trials;
        double q = successes / n;
        double stretch   = 1 + z * z / n;
        double centre    = (q + z * z / (2 * n)) / stretch;
        double halfWidth = z * Math.Sqrt(q * (1 - q) / n + z * z / (4 * n * n)) / stretch;

        // At 0 and n one end is exactly the proportion; rounding would miss it by 1e-17.
        double low  = successes == 0 ? 0 : Math.Max(0, centre - halfWidth);
        double high = successes == trials ? 1 : Math.Min(1, centre + halfWidth);
        return new Interval(q, low, high, confidence, Method);
    }
}
