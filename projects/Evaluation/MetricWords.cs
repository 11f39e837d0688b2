using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack;

/// <summary>A measure of a two-class model: how files name it, what a reader calls it, and which way is better.</summary>
/// <param name="Metric">Which one.</param>
/// <param name="Id">In measurements and files: <c>roc_auc</c>.</param>
/// <param name="Label">In tables: <c>ROC AUC</c>.</param>
/// <param name="Unit">Empty for a bare number.</param>
/// <param name="Least">No value is smaller.</param>
/// <param name="Most">No value is larger.</param>
/// <param name="Meaning">What it says, in one sentence for who has never met it.</param>
internal sealed record MetricWords(
    BinaryMetric Metric, string Id, string Label, string Unit, double Least, double Most,
    string Meaning)
{
    /// <summary>False for losses.</summary>
    public bool MoreIsBetter => !Metric.IsLoss();

    /// <summary>All of them, calls first, then ranking, then probabilities.</summary>
    public static IReadOnlyList<MetricWords> All { get; } =
    [
        new(BinaryMetric.Accuracy, "accuracy", "Accuracy", "", 0, 1,
            "Share of rows predicted correctly; easily high where one class is rare."),
        new(BinaryMetric.Precision, "precision", "Precision", "", 0, 1, "Of the rows that are flagged "
            + "positive, the share that is."),
        new(BinaryMetric.Recall, "recall", "Recall", "", 0, 1, "Of the positive rows, the share that is found."),
        new(BinaryMetric.F1, "f1", "F1", "", 0, 1, "Harmonic mean of precision and recall: high only where both are."),
        new(BinaryMetric.F2, "f2", "F2", "", 0, 1, "Like F1, but recall weighs four times as much."),
        new(BinaryMetric.Matthews, "matthews", "Matthews correlation", "", -1, 1,
            "Correlation of predictions and labels: 0 is chance, whatever the base rate."),
        new(BinaryMetric.BalancedAccuracy, "balanced_accuracy", "Balanced accuracy", "", 0, 1,
            "Accuracy as if both classes had equally many rows: ½ is chance."),
        new(BinaryMetric.RocArea, "roc_auc", "ROC AUC", "", 0, 1,
            "Chance that a positive row scores above a negative one: ½ is chance, no threshold needed."),
        new(BinaryMetric.AveragePrecision, "average_precision", "Average precision", "", 0, 1,
            "Precision averaged over recall: the base rate is chance, no threshold needed."),
        new(BinaryMetric.LogLoss, "log_loss", "Log loss", "nats per row", 0, double.PositiveInfinity,
            "Surprise at what happened, given the probabilities: being sure and wrong costs most."),
        new(BinaryMetric.Brier, "brier", "Brier score", "", 0, 1, "Mean squared distance of probability and label."),
        new(BinaryMetric.CalibrationError, "ece", "Calibration error", "", 0, 1,
            "How far predicted probabilities are from observed shares, over 15 bins; few rows push the estimate above 0, whatever the "
            + "truth."),
    ];

    /// <summary>All ids, in a sentence.</summary>
    public static string Names => string.Join(", ", All.Select(words => words.Id));

    /// <summary>The metric that <c>--metric</c> names; ROC AUC where it was not given.</summary>
    public static MetricWords Named(string? typed)
    {
        if (typed is null)
            return Of(BinaryMetric.RocArea);
        if (All.FirstOrDefault(words => words.Id == typed) is { } known)
            return known;
        string meant = NearestName.Of(typed, All.Select(words => words.Id)) is { } near ? $"did you mean {near}?" : $"it may be {Names}.";
        throw new UserMistakeException($"--metric is {Quoted.Value(typed)}, which is not a metric: {meant}");
    }

    /// <summary>Of one of <see cref="All"/>.</summary>
    public static MetricWords Of(BinaryMetric metric) => All.Single(words => words.Metric == metric);
}
