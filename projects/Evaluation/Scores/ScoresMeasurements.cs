using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>The numbers of a table of scores that a person may quote.</summary>
internal static class ScoresMeasurements
{
    public static Measurements Of(BinaryScores scores)
    {
        var measurements = new Measurements();
        foreach (MetricWords words in MetricWords.All)
        {
            measurements.Add(words.Id, words.Label, scores.Intervals[words.Metric], words.Unit,
                $"{scores.Table.Rows} rows of {scores.Column}{Groups(scores)}{At(scores, words.Metric)}");
        }
        if (scores.Threshold is double threshold)
            measurements.Add("threshold", "Threshold", threshold, "", "a score of at least this is flagged positive; taken as given");
        if (scores.AtThreshold is ConfusionMatrix calls)
        {
            measurements.Add("confusion.true_positives", "Positive rows that are "
                + "flagged", calls.TruePositives, "", "counted");
            measurements.Add("confusion.false_positives", "Negative rows that are "
                + "flagged", calls.FalsePositives, "", "counted");
            measurements.Add("confusion.false_negatives", "Positive rows that are missed", calls.FalseNegatives, "", "counted");
            measurements.Add("confusion.true_negatives", "Negative rows left alone", calls.TrueNegatives, "", "counted");
        }

        long positives = scores.Counts.Positives;
        measurements.Add("base_rate", "Base rate", scores.Groups is { } groups
            ? MetricIntervals.BaseRateOfGroups(scores.Labels, groups)
            : WilsonInterval.Of(positives, scores.Table.Rows), "", $"share of positive rows{Groups(scores)}");
        measurements.Add("rows", "Rows", scores.Table.Rows, "", "counted");
        return measurements;
    }

    public static Measurements Of(ClassScores scores)
    {
        MulticlassIntervals intervals = scores.Intervals;
        string how = $"{scores.Table.Rows} rows{(scores.Groups is { } groups ? $" in {groups.Count} groups" : "")}, {scores.Classes.Count} "
            + $"classes; the class with the highest "
            + $"probability is predicted";
        var measurements = new Measurements();
        foreach ((string id, string label, Interval interval, string unit) in new[]
        {
            ("accuracy", "Accuracy", intervals.Accuracy, ""), ("macro_f1", "Macro F1", intervals.MacroF1, ""),
            ("weighted_f1", "Weighted F1", intervals.WeightedF1, ""),
            ("macro_precision", "Macro precision", intervals.MacroPrecision, ""),
            ("macro_recall", "Macro recall", intervals.MacroRecall, ""),
            ("log_loss", "Log loss", intervals.LogLoss, "nats per row"),
        })
        {
            measurements.Add(id, label, interval, unit, how);
        }

        measurements.Add("rows", "Rows", scores.Table.Rows, "", "counted");
        return measurements;
    }

    private static string Groups(BinaryScores scores) => scores.Groups is { } groups ? $" in {groups.Count} groups" : "";

    private static string At(BinaryScores scores, BinaryMetric metric) => metric switch
    {
        BinaryMetric.RocArea or BinaryMetric.AveragePrecision or BinaryMetric.LogLoss or BinaryMetric.Brier
            or BinaryMetric.CalibrationError => "",
        _ when scores.Threshold is double threshold => FormattableString.Invariant($", flagged from {threshold:0.######}"),
        _ => "",
    };
}
