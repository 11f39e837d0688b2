using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Every measure of <see cref="BinaryMetrics"/> with the interval that suits it; each names its method.
/// <list type="bullet">
/// <item>Accuracy, precision, recall, specificity are proportions: Wilson, over all rows, the called positives, the
/// positives and the negatives respectively (the number called is taken as given).</item>
/// <item>ROC area: DeLong.</item>
/// <item>Average precision: bootstrap within each class, so that the share of positives stays what it is.</item>
/// <item>All others: bootstrap over the rows.</item>
/// </list>
/// A bootstrap interval is BCa, or percentile where BCa does not exist though the values do vary.
/// </summary>
public sealed class MetricIntervals
{
    private readonly Dictionary<BinaryMetric, Interval> _intervals;

    private MetricIntervals(Dictionary<BinaryMetric, Interval> intervals) => _intervals = intervals;

    /// <summary>
    /// Intervals of probabilities (0 to 1) of the positive class, called at a threshold that was chosen on other rows;
    /// an infinite one calls every row or none. The cost per case is there if costs are.
    /// </summary>
    public static MetricIntervals Of(
        bool[] labels, double[] probabilities, double threshold, int seed, ErrorCosts? costs = null,
        double confidence = Interval.UsualConfidence, int resamples = Bootstrap.UsualResamples)
    {
        Scores.RequireProbabilities(probabilities);
        return Of(RankedScores.Of(labels, probabilities), threshold, seed, costs, confidence, resamples);
    }

    /// <summary>
    /// The same of rows that are sorted already. Scores that are no probabilities have no log loss and its kin; an infinite
    /// threshold calls every row or none.
    /// </summary>
    public static MetricIntervals Of(
        RankedScores rows, double threshold, int seed, ErrorCosts? costs = null,
        double confidence = Interval.UsualConfidence, int resamples = Bootstrap.UsualResamples)
    {
        var metrics = BinaryMetrics.Of(rows, threshold);
        var statistics = new RowStatistics(rows, threshold);
        Dictionary<BinaryMetric, Interval> intervals = Proportions(metrics.Confusion, confidence);
        intervals[BinaryMetric.RocArea] = DeLong.Of(rows).AreaInterval(confidence);
        intervals[BinaryMetric.AveragePrecision] = metrics.AveragePrecision is null
            ? Interval.Undefined(metrics.WhyUndefined(BinaryMetric.AveragePrecision)!, confidence)
            : Bootstrapped(Resampling.Stratified(statistics.Ranking.Labels), statistics.AveragePrecision);

        foreach (BinaryMetric metric in RowStatistics.OfRows)
        {
            intervals[metric] = metrics.WhyUndefined(metric) is string reason
                ? Interval.Undefined(reason, confidence)
                : Bootstrapped(Resampling.OfRows(rows.Rows), statistics[metric]);
        }
        if (costs is not null)
            intervals[BinaryMetric.CostPerCase] = Bootstrapped(Resampling.OfRows(rows.Rows), statistics.CostPerCase(costs));
        return new MetricIntervals(intervals);

        Interval Bootstrapped(Resampling resampling, RowStatistic statistic)
        {
            var bootstrap = Bootstrap.Of(resampling, statistic, seed, resamples);
            Interval corrected = bootstrap.Bca(confidence);
            return corrected.HasEnds ? corrected : bootstrap.Percentile(confidence);
        }
    }

    /// <summary>One measure with its interval.</summary>
    public Interval this[BinaryMetric metric] => _intervals.TryGetValue(metric, out Interval? interval)
        ? interval
        : Interval.Undefined("no costs were given");

    private static Dictionary<BinaryMetric, Interval> Proportions(ConfusionMatrix matrix, double confidence)
    {
        return new Dictionary<BinaryMetric, Interval>
        {
            [BinaryMetric.Accuracy] = Share(BinaryMetric.Accuracy, matrix.TruePositives + matrix.TrueNegatives, matrix.Rows),
            [BinaryMetric.Precision] = Share(BinaryMetric.Precision, matrix.TruePositives, matrix.CalledPositive),
            [BinaryMetric.Recall] = Share(BinaryMetric.Recall, matrix.TruePositives, matrix.Positives),
            [BinaryMetric.Specificity] = Share(BinaryMetric.Specificity, matrix.TrueNegatives, matrix.Negatives),
        };

        Interval Share(BinaryMetric metric, long part, long whole) => matrix.WhyUndefined(metric) is string reason
            ? Interval.Undefined(reason, confidence)
            : WilsonInterval.Of(part, whole, confidence);
    }
}
