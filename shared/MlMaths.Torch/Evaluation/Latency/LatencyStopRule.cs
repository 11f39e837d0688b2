using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What MLPerf Inference reports of a single stream of calls: a time that the p-quantile does not exceed, with confidence c.
/// If it were slower, each call would exceed that time with probability 1 − p at least, and so few slow calls as were seen
/// would be too lucky:
///
/// <code>
/// t slow calls of n are few enough   ⇔   P(Bin(n, 1 − p) ≤ t) ≤ 1 − c
/// </code>
///
/// With the largest such t, the t − 1 slowest calls are set aside and the slowest of the rest is reported.
/// Source: MLCommons, MLPerf Inference rules, appendix "Early Stopping Criterion".
/// </summary>
internal static class LatencyStopRule
{
    /// <summary>The confidence that MLPerf asks for.</summary>
    public const double DefaultConfidence = 0.99;

    /// <summary>The fewest calls of which <paramref name="slow"/> may be slower than the p-quantile.</summary>
    public static int CallsNeeded(int slow, double p, double confidence = DefaultConfidence)
    {
        Interval.Checked(confidence);
        LatencyPercentile.Checked(p);
        int n = slow + 1;
        while (!AreFewEnough(slow, n, p, confidence)) n++;
        return n;
    }

    /// <summary>The time that is reported; null where there are fewer calls than one slow one takes.</summary>
    /// <param name="sorted">Times in ascending order.</param>
    /// <param name="p">The share below: 0.9 is MLPerf's for a single stream.</param>
    /// <param name="confidence">One-sided.</param>
    public static double? Reported(IReadOnlyList<double> sorted, double p, double confidence = DefaultConfidence)
    {
        Interval.Checked(confidence);
        LatencyPercentile.Checked(p);
        Finite.Checked(sorted);
        int slow = 0;
        while (AreFewEnough(slow + 1, sorted.Count, p, confidence)) slow++;
        return slow == 0 ? null : sorted[sorted.Count - slow];
    }

    private static bool AreFewEnough(int slow, int n, double p, double confidence) =>
        Binomial.Cumulative(slow, n, 1 - p) <= 1 - confidence;
}
