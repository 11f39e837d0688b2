using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Service times of many calls, one after the other. Percentiles are of all calls: what was slow was slow for whoever waited,
/// whatever its cause.
/// </summary>
public sealed class LatencySample
{
    // Tukey's fence for what lies "far out"; J. W. Tukey, Exploratory Data Analysis (1977).
    private const double FarOut = 3;

    private readonly double[] _sorted;
    private readonly double[][] _rounds;

    /// <summary>Rounds that were measured at different times, of one subject, as one sample; at least one.</summary>
    public static LatencySample Of(IReadOnlyList<LatencySample> rounds) => new(
        rounds[0].Subject, rounds.FirstOrDefault(round => !round.WarmUp.Steady, rounds[0]).WarmUp,
        [.. rounds.SelectMany(round => round.Microseconds)], [.. rounds.SelectMany(round => round.Collections)],
        [.. rounds.Select(round => round._sorted)]);

    /// <summary>Takes over what was measured in one round.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="warmUp">What came before.</param>
    /// <param name="microseconds">The service time of each call, in the order of the calls.</param>
    /// <param name="collections">Garbage collections that began during each call.</param>
    public LatencySample(LatencySubject subject, LatencyWarmUp warmUp, IReadOnlyList<double> microseconds, IReadOnlyList<int> collections)
        : this(subject, warmUp, microseconds, collections, [[.. microseconds.Order()]])
    {
    }

    private LatencySample(
        LatencySubject subject, LatencyWarmUp warmUp, IReadOnlyList<double> microseconds, IReadOnlyList<int> collections, double[][] rounds)
    {
        if (microseconds.Count == 0 || microseconds.Count != collections.Count)
        {
            throw new ArgumentException(
                $"There are {microseconds.Count} times and {collections.Count} counts of collections: "
                + $"as many, and at least one.");
        }
        Finite.Checked(microseconds);
        (Subject, WarmUp, Microseconds, Collections) = (subject, warmUp, microseconds, collections);
        _sorted = [.. microseconds.Order()];
        _rounds = rounds;
        var quantiles = Quantiles.Of(_sorted);
        Fence = quantiles.At(0.75) + FarOut * (quantiles.At(0.75) - quantiles.At(0.25));
    }

    /// <summary>What was measured.</summary>
    public LatencySubject Subject { get; }

    /// <summary>What came before.</summary>
    public LatencyWarmUp WarmUp { get; }

    /// <summary>The service time of each call, in the order of the calls.</summary>
    public IReadOnlyList<double> Microseconds { get; }

    /// <summary>Garbage collections that began during each call.</summary>
    public IReadOnlyList<int> Collections { get; }

    /// <summary>Service times in ascending order, µs.</summary>
    public IReadOnlyList<double> Sorted => _sorted;

    /// <summary>Third quartile + 3 times the distance between the quartiles, µs: what takes longer is an outlier.</summary>
    public double Fence { get; }

    /// <summary>Calls that took longer than the fence.</summary>
    public int Outliers => Microseconds.Count(time => time > Fence);

    /// <summary>
    /// Those of them that a garbage collection fell into. The others waited for something else: the operating system,
    /// another process, the cache.
    /// </summary>
    public int CollectedOutliers => Microseconds.Zip(Collections).Count(call => call.First > Fence && call.Second > 0);

    /// <summary>How many rounds there were, at different times.</summary>
    public int Rounds => _rounds.Length;

    /// <summary>
    /// A percentile with its interval, µs; undefined with a reason where there are too few calls. Of several rounds the interval also
    /// reaches as far as another round is likely to lie, see <see cref="LatencyRounds"/>.
    /// </summary>
    /// <param name="p">0.95 for p95.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public Interval Percentile(double p, double confidence = Interval.DefaultConfidence) =>
        LatencyRounds.Reaching(LatencyPercentile.Of(_sorted, p, confidence), _rounds, p);

    /// <summary>
    /// How many times as long this takes as the other, on average, paired by round, with its interval; undefined, with the reason,
    /// unless both were measured in the same three rounds or more, see <see cref="LatencyRounds"/>.
    /// </summary>
    public Interval RatioTo(LatencySample other, double confidence = Interval.DefaultConfidence) =>
        LatencyRounds.Ratio(_rounds, other._rounds, Interval.Checked(confidence));

    /// <summary>Rows answered in a second, one call after the other.</summary>
    public double RowsPerSecond => 1e6 * Subject.BatchSize / Moments.Of(_sorted).Mean;

    /// <summary>How it was measured, as a report says it.</summary>
    public string How() =>
        $"service time of {_sorted.Length:#,0} calls, one after the other, in {Counted.Of(Rounds, "round")}, "
        + $"{Counted.Of(Subject.Threads, "thread")}, {Subject.Device}; {WarmUp}; "
        + $"{Counted.Of(Outliers, "outlier")} above {Fence:0.#} µs, {CollectedOutliers} of them with a garbage collection "
        + $"({Counted.Of(Collections.Sum(), "collection")} in all)";
}
