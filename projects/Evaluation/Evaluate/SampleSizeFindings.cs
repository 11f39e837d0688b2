using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>How far a metric scatters when it is measured on n rows.</summary>
/// <param name="Rows">n.</param>
/// <param name="Deviation">Standard deviation over drawn sets of n rows; null where the metric was not defined on enough of them.</param>
internal sealed record ScatterAt(int Rows, double? Deviation);

/// <summary>A metric's scatter against the number of rows that it is measured on, and the law that it should follow.</summary>
/// <param name="Metric">Which one.</param>
/// <param name="Measured">By drawing rows, ascending in n.</param>
/// <param name="Law">√(c/n): the standard error of the whole, by formula, carried over to n.</param>
internal sealed record ScatterCurve(MetricWords Metric, IReadOnlyList<ScatterAt> Measured, IReadOnlyList<double?> Law);

/// <summary>
/// A metric is a mean over rows, or behaves like one, so its error falls as 1/√n: four times the rows halve it. Drawn from the
/// development rows, each scored by a model that did not train on it.
/// <code>
/// accuracy   s = √(a(1 − a)/n)          a the accuracy on all rows
/// ROC AUC    s = s_N √(N/n)             s_N DeLong's standard error on all N rows
/// log loss   s = sd(loss of a row)/√n
/// </code>
/// </summary>
/// <param name="Curves">One for each metric.</param>
/// <param name="Draws">Sets of rows for each n.</param>
internal sealed record SampleSizeFindings(IReadOnlyList<ScatterCurve> Curves, int Draws)
{
    /// <summary>On the rows that were drawn from; null where it is not defined.</summary>
    public double? Accuracy { get; private init; }

    private static readonly int[] Sizes = [25, 50, 100, 200, 400, 800, 1600, 3200, 6400];

    public static SampleSizeFindings Of(EvaluationData data, ModelScores model, EvaluationOptions options, int seed)
    {
        int[] scored = [.. Enumerable.Range(0, model.OutOfFold.Count).Where(row => model.OutOfFold[row] is not null)];
        bool[] labels = [.. scored.Select(row => data.Development.IsPositive[row])];
        double[] probabilities = [.. scored.Select(row => model.OutOfFold[row]!.Value.Probability)];
        int[] sizes = [.. Sizes.Where(size => size <= Math.Max(25, 2 * labels.Length))];
        int draws = options.Quick ? 100 : 500;
        BinaryMetrics[][] drawn = [.. sizes.Select(
            (size, place) => Draw(labels, probabilities, size, draws, options.Threshold, Seeds.Of(seed, DrawnFor.Sample, place)))];
        return new(
            [.. new[] { BinaryMetric.Accuracy, BinaryMetric.RocArea, BinaryMetric.LogLoss }.Select(metric => new ScatterCurve(
                MetricWords.Of(metric), [.. sizes.Select((size, i) => new ScatterAt(size, DeviationOf(drawn[i], metric)))],
                [.. sizes.Select(size => Law(metric, labels, probabilities, options.Threshold, size))]))],
            draws)
        {
            Accuracy = BinaryMetrics.Of(labels, probabilities, options.Threshold)[BinaryMetric.Accuracy],
        };
    }

    private static BinaryMetrics[] Draw(bool[] labels, double[] probabilities, int size, int draws, double threshold, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Sample);
        var all = new BinaryMetrics[draws];
        bool[] drawnLabels = new bool[size];
        double[] drawn = new double[size];
        for (int i = 0; i < draws; i++)
        {
            for (int j = 0; j < size; j++)
            {
                int row = random.Next(labels.Length);
                (drawnLabels[j], drawn[j]) = (labels[row], probabilities[row]);
            }

            all[i] = BinaryMetrics.Of(drawnLabels, drawn, threshold);
        }

        return all;
    }

    private static double? DeviationOf(BinaryMetrics[] drawn, BinaryMetric metric)
    {
        double[] values = [.. drawn.Select(one => one[metric]).OfType<double>()];
        return values.Length < drawn.Length / 2 || values.Length < 2 ? null : Moments.Of(values).SampleDeviation;
    }

    private static double? Law(BinaryMetric metric, bool[] labels, double[] probabilities, double threshold, int n)
    {
        if (metric == BinaryMetric.Accuracy)
            return BinaryMetrics.Of(labels, probabilities, threshold)[metric] is double a ? Math.Sqrt(a * (1 - a) / n) : null;
        return metric == BinaryMetric.RocArea
            ? Math.Sqrt((DeLong.Of(labels, probabilities).Variance ?? 0) * labels.Length / n)
            : Moments.Of([.. labels.Zip(probabilities, LogLoss.OfRow)]).SampleDeviation / Math.Sqrt(n);
    }
}
