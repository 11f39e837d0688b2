using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The interval of a percentile between two of the measured values, whatever their distribution: how many of n independent
/// calls are faster than the true p-quantile q is a binomial count, B ~ Bin(n, p), and q lies between the r-th and the s-th
/// smallest exactly when r ≤ B &lt; s.
///
/// <code>
/// P(t₍ᵣ₎ ≤ q &lt; t₍ₛ₎) = P(B ≤ s − 1) − P(B ≤ r − 1)
/// r: the largest rank with  P(B ≤ r − 1) ≤ α/2
/// s: the smallest rank with P(B ≤ s − 1) ≥ 1 − α/2       there is none while 1 − pⁿ &lt; 1 − α/2
/// </code>
///
/// The slowest call bounds q from above only with probability 1 − pⁿ. Where that is below the confidence, the tail was
/// hardly seen and there is no percentile to report: p95 at 95 % takes 59 calls, p99 takes 299.
/// Source: H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed. (2003), section 7.1.
/// </summary>
public static class LatencyPercentile
{
    private const string Method = "order statistics";

    /// <summary>The fewest calls that a percentile may be read from: 1 − pⁿ ≥ confidence.</summary>
    public static int MinCalls(double p, double confidence = Interval.DefaultConfidence) =>
        (int)Math.Ceiling(Math.Log(1 - Interval.Checked(confidence)) / Math.Log(Checked(p)) - 1e-9);

    /// <summary>The percentile of so many sorted values with its interval; undefined with a reason where they are too few.</summary>
    /// <param name="sorted">Values in ascending order.</param>
    /// <param name="p">The share below: 0.95 for p95.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Of(IReadOnlyList<double> sorted, double p, double confidence = Interval.DefaultConfidence)
    {
        Finite.Checked(sorted);
        int n = sorted.Count, least = MinCalls(p, confidence);
        if (n < least)
        {
            return Interval.Undefined(
                $"{NameOf(p)} at {100 * confidence:0.#} % takes at least {least} calls, and there were {n}",
                confidence);
        }

        double value = Quantiles.Of([.. sorted]).At(p);
        return Ranks(n, p, confidence) is (int r, int s)
            ? new Interval(value, sorted[r - 1], sorted[s - 1], confidence, Method)
            : Interval.WithoutEnds(value, Method, $"{n} calls are too few to bound {NameOf(p)} from both sides", confidence);
    }

    /// <summary>The ranks of both ends, from 1; null where n values hold no such pair.</summary>
    public static (int Low, int High)? Ranks(int n, double p, double confidence = Interval.DefaultConfidence)
    {
        double tail = (1 - Interval.Checked(confidence)) / 2;
        int low = Smallest(n, rank => Binomial.Cumulative(rank, n, Checked(p)) > tail); // one more is too many
        int high = Smallest(n, rank => Binomial.Cumulative(rank - 1, n, p) >= 1 - tail);
        return low >= 1 && high <= n ? (low, high) : null;
    }

    /// <summary>p95 for 0.95, p99.9 for 0.999.</summary>
    public static string NameOf(double p) => $"p{100 * Checked(p):0.###}";

    internal static double Checked(double p) => p is > 0 and < 1
        ? p
        : throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile is asked for at a share between 0 and 1, for instance 0.95.");

    /// <summary>The smallest rank from 0 to n + 1 that passes a test which all greater ranks pass too.</summary>
    private static int Smallest(int n, Func<int, bool> passes)
    {
        int low = 0, high = n + 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (passes(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
