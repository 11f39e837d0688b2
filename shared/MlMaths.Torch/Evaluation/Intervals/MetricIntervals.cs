using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Every measure of a two-class model with the interval that suits it; each names its method. One sort and a few passes, for ten rows
/// as for ten millions.
/// <list type="bullet">
/// <item>Measures of the calls: see <see cref="CallIntervals"/>.</item>
/// <item>ROC area: <see cref="RocAreaInterval"/>. Average precision: <see cref="AveragePrecisionInterval"/>.</item>
/// <item>Calibration error: <see cref="CalibrationErrorInterval"/>.</item>
/// <item>Log loss, Brier score and cost per case: means over rows in which one rare row may weigh as much as a hundred others:
/// <see cref="CostInterval"/>; the normal law of a mean from 10,000 rows on, where both agree.</item>
/// </list>
/// How often each holds the truth, by kind of scores and number of rows: <c>tests/Benchmarks -- tables coverage</c>.
/// </summary>
public sealed class MetricIntervals
{
    /// <summary>From here on the normal law of a measure and a bootstrap of rows are alike, and only the first is quick.</summary>
    public const int ManyRows = 10_000;

    private readonly Dictionary<BinaryMetric, Interval> _intervals;

    private MetricIntervals(Dictionary<BinaryMetric, Interval> intervals) => _intervals = intervals;

    /// <summary>
    /// Intervals of probabilities (0 to 1) of the positive class, called at a threshold that was chosen on other rows;
    /// an infinite one calls every row or none. The cost per case is there if costs are.
    /// </summary>
    public static MetricIntervals Of(
        bool[] labels, double[] probabilities, double threshold, int seed, ErrorCosts? costs = null,
        double confidence = Interval.DefaultConfidence)
    {
        Scores.RequireProbabilities(probabilities);
        return Of(RankedScores.Of(labels, probabilities), threshold, seed, costs, confidence);
    }

    /// <summary>
    /// The same of rows that are sorted already. Scores that are no probabilities have no log loss and its kin; an infinite
    /// threshold calls every row or none.
    /// </summary>
    public static MetricIntervals Of(
        RankedScores rows, double threshold, int seed, ErrorCosts? costs = null, double confidence = Interval.DefaultConfidence)
    {
        ThresholdCounts counts = rows.Counts;
        Dictionary<BinaryMetric, Interval> intervals = CallIntervals.Of(counts.At(threshold), seed, confidence);
        intervals[BinaryMetric.RocArea] = RocAreaInterval.Of(counts, confidence);
        intervals[BinaryMetric.AveragePrecision] = AveragePrecisionInterval.Of(counts, confidence);
        intervals[BinaryMetric.LogLoss] = OfProbabilities(() => OfLogLoss(rows, confidence));
        intervals[BinaryMetric.Brier] = OfProbabilities(() => OfMean(rows, BrierScore.OfRow, confidence));
        intervals[BinaryMetric.CalibrationError] = OfProbabilities(
            () => CalibrationErrorInterval.Of(rows.Labels, rows.Scores, seed, confidence));
        if (costs is not null) intervals[BinaryMetric.CostPerCase] = CostPerCase(rows, threshold, costs, confidence);
        return new MetricIntervals(intervals);

        Interval OfProbabilities(Func<Interval> interval) =>
            rows.AreProbabilities ? interval() : Interval.Undefined(Scores.NoProbabilities, confidence);
    }

    /// <summary>The same where whole groups of rows come: every measure but the cost per case.</summary>
    /// <param name="rows">Labels and scores.</param>
    /// <param name="threshold">Chosen on other rows; an infinite one calls every row or none.</param>
    /// <param name="groups">One for each row.</param>
    /// <param name="confidence">Of the intervals.</param>
    public static MetricIntervals OfGroups(
        RankedScores rows, double threshold, RowGroups groups, double confidence = Interval.DefaultConfidence) =>
        new(GroupedIntervals.Of(rows, threshold, groups, confidence));

    /// <summary>The share of positive rows where whole groups come.</summary>
    /// <param name="labels">One per row.</param>
    /// <param name="groups">One for each row.</param>
    /// <param name="confidence">Of the interval.</param>
    public static Interval BaseRateOfGroups(bool[] labels, RowGroups groups, double confidence = Interval.DefaultConfidence) =>
        GroupedIntervals.BaseRate(labels, groups, confidence);

    /// <summary>One measure with its interval.</summary>
    public Interval this[BinaryMetric metric] => _intervals.TryGetValue(metric, out Interval? interval)
        ? interval
        : Interval.Undefined("no costs were given");

    /// <summary>The log loss alone, as where many splits are asked for nothing else; scores must be probabilities.</summary>
    public static Interval OfLogLoss(RankedScores rows, double confidence = Interval.DefaultConfidence) =>
        OfMean(rows, LogLoss.OfRow, confidence);

    private static Interval OfMean(RankedScores rows, Func<bool, double, double> lossOfRow, double confidence) =>
        rows.Rows >= ManyRows
            ? MeanInterval.OfMany(rows.Rows, row => lossOfRow(rows.Labels[row], rows.Scores[row]), confidence)
                .Within(0, double.PositiveInfinity)
            : CostInterval.Of(
                new RowOutcomes(
                    rows.LabelArray, Array.ConvertAll(rows.ScoreArray, p => lossOfRow(true, p)),
                    Array.ConvertAll(rows.ScoreArray, p => lossOfRow(false, p))),
                per: 1, confidence).Within(0, double.PositiveInfinity);

    private static Interval CostPerCase(RankedScores rows, double threshold, ErrorCosts costs, double confidence) =>
        CostInterval.Of(
            new RowOutcomes(
                rows.LabelArray, Array.ConvertAll(rows.ScoreArray, p => p >= threshold ? costs.Review : costs.Miss),
                Array.ConvertAll(rows.ScoreArray, p => p >= threshold ? costs.Review + costs.FalseAlarm : 0)),
            per: 1, confidence).Within(0, double.PositiveInfinity);
}
