using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Measures of a model of K classes, each with its interval: accuracy is a share (Wilson); what is computed from the confusion
/// counts comes from a bootstrap of them; log loss is a mean (a bootstrap of rows, or the normal law where they are many).
/// </summary>
/// <param name="Metrics">The measures themselves.</param>
/// <param name="Accuracy">Share of right calls.</param>
/// <param name="MacroF1">Mean F1 of the classes.</param>
/// <param name="WeightedF1">Mean F1, weighted by the rows of each class.</param>
/// <param name="MacroPrecision">Mean precision of the classes.</param>
/// <param name="MacroRecall">Mean recall of the classes.</param>
/// <param name="LogLoss">Log loss in nats, probabilities clipped at 1e-15.</param>
public sealed record MulticlassIntervals(
    MulticlassMetrics Metrics, Interval Accuracy, Interval MacroF1, Interval WeightedF1, Interval MacroPrecision,
    Interval MacroRecall, Interval LogLoss)
{
    /// <summary>From labels 0 … K − 1 and K columns of probabilities.</summary>
    public static MulticlassIntervals Of(
        ushort[] labels, IReadOnlyList<double[]> probabilities, int seed, double confidence = Interval.DefaultConfidence)
    {
        var metrics = MulticlassMetrics.OfColumns(labels, probabilities);
        int classes = metrics.Classes;
        long[] cells = [.. Enumerable.Range(0, classes * classes).Select(cell => metrics.Count(cell / classes, cell % classes))];
        long right = Enumerable.Range(0, classes).Sum(label => metrics.Count(label, label));
        return new(
            metrics, WilsonInterval.Of(right, labels.Length, confidence),
            Of(one => one.MacroF1, "a class has no rows and is never predicted"), Of(one => one.WeightedF1, ""),
            Of(one => one.MacroPrecision, "a class is never predicted"), Of(one => one.MacroRecall, "a class has no rows"),
            labels.Length >= MetricIntervals.ManyRows
                ? MeanInterval.OfMany(labels.Length, Loss, confidence).Within(0, double.PositiveInfinity)
                : MeanInterval.Of([.. Enumerable.Range(0, labels.Length).Select(Loss)], seed, confidence: confidence));

        double Loss(int row) => Evaluation.LogLoss.OfRow(true, probabilities[labels[row]][row]);

        Interval Of(Func<MulticlassMetrics, double?> measure, string reason) => measure(metrics) is null
            ? Interval.Undefined(reason, confidence)
            : CellBootstrap.Percentile(
                cells, drawn => measure(MulticlassMetrics.OfCounts(Square(drawn, classes))), seed,
                confidence: confidence);
    }

    /// <summary>The same where rows come in groups, each of which is one piece of evidence; and the rates of each class.</summary>
    public static (MulticlassIntervals Intervals, IReadOnlyList<ClassRates> PerClass) OfGroups(
        ushort[] labels, IReadOnlyList<double[]> probabilities, RowGroups groups, double confidence = Interval.DefaultConfidence)
    {
        var metrics = MulticlassMetrics.OfColumns(labels, probabilities);
        var grouped = new GroupedClassIntervals(metrics, labels, probabilities, groups, confidence);
        return (
            new(
                metrics, grouped.Accuracy, grouped.MacroF1, grouped.WeightedF1, grouped.MacroPrecision, grouped.MacroRecall,
                grouped.LogLoss(row => Evaluation.LogLoss.OfRow(true, probabilities[labels[row]][row]))),
            [.. Enumerable.Range(0, metrics.Classes).Select(
                c => new ClassRates(metrics.OfClass(c), grouped.Recall(c), grouped.Precision(c)))]);
    }

    private static long[,] Square(IReadOnlyList<long> cells, int classes)
    {
        long[,] confusion = new long[classes, classes];
        for (int cell = 0; cell < cells.Count; cell++)
            confusion[cell / classes, cell % classes] = cells[cell];
        return confusion;
    }
}
