using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// Intervals of what was measured on test rows: rows are drawn one by one, or by whole groups where they belong
/// together.
/// </summary>
internal static class TestIntervals
{
    // A metric of a resample costs a sort of its rows.
    private const int MostDrawnRows = 4_000_000, MinResamples = 200;

    /// <summary>Every metric of <see cref="MetricWords"/>.</summary>
    public static IReadOnlyDictionary<BinaryMetric, Interval> Of(EvaluationData data, double[] onTest, EvaluationOptions options, int seed)
    {
        bool[] labels = data.Target.Of(data.Split.Test);
        if (Groups(data) is not { } groups)
        {
            var intervals = MetricIntervals.Of(labels, onTest, options.Threshold, seed);
            return MetricWords.All.ToDictionary(words => words.Metric, words => intervals[words.Metric]);
        }

        var metrics = BinaryMetrics.Of(labels, onTest, options.Threshold);
        return MetricWords.All.ToDictionary(words => words.Metric, words => metrics.WhyUndefined(words.Metric) is string reason
            ? Interval.Undefined(reason)
            : ByGroups(groups, Statistic(labels, onTest, words.Metric, options.Threshold), labels.Length, options, seed));
    }

    /// <summary>What the second is better by, on the same draws of rows or groups.</summary>
    public static Interval Gain(EvaluationData data, double[] first, double[] second, EvaluationOptions options, int seed)
    {
        bool[] labels = data.Target.Of(data.Split.Test);
        double sign = MetricWords.Of(options.Metric).MoreIsBetter ? 1 : -1;
        RowStatistic ofFirst = Signed(first), ofSecond = Signed(second);
        if (Groups(data) is { } groups)
        {
            Interval drawn = PairedBootstrap.Difference(
                groups.Resampling, groups.Over(ofFirst), groups.Over(ofSecond), seed,
                Resamples(labels.Length, options));
            return drawn with { Method = $"{drawn.Method}, {groups.Groups} groups" };
        }

        Resampling resampling = options.Metric == BinaryMetric.AveragePrecision
            ? Resampling.Stratified(labels)
            : Resampling.OfRows(labels.Length);
        return PairedBootstrap.Difference(resampling, ofFirst, ofSecond, seed, Resamples(labels.Length, options));

        RowStatistic Signed(double[] probabilities)
        {
            RowStatistic statistic = Statistic(labels, probabilities, options.Metric, options.Threshold);
            return rows => sign * statistic(rows);
        }
    }

    /// <summary>A metric of drawn rows.</summary>
    public static RowStatistic Statistic(bool[] labels, double[] probabilities, BinaryMetric metric, double threshold) => rows =>
    {
        bool[] drawnLabels = new bool[rows.Length];
        double[] drawn = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            (drawnLabels[i], drawn[i]) = (labels[rows[i]], probabilities[rows[i]]);
        return BinaryMetrics.Of(drawnLabels, drawn, threshold)[metric];
    };

    private static GroupedRows? Groups(EvaluationData data) =>
        data.Target.Dataset.Group is { } group ? new GroupedRows([.. data.Split.Test.Rows.Select(row => group.OfRow[row])]) : null;

    private static Interval ByGroups(GroupedRows groups, RowStatistic statistic, int rows, EvaluationOptions options, int seed)
    {
        var bootstrap = Bootstrap.Of(groups.Resampling, groups.Over(statistic), seed, Resamples(rows, options));
        Interval interval = bootstrap.BcaOrPercentile();
        return interval with { Method = $"{interval.Method}, {groups.Groups} groups" };
    }

    private static int Resamples(int rows, EvaluationOptions options) =>
        Math.Clamp(MostDrawnRows / rows, MinResamples, options.Resamples);
}
