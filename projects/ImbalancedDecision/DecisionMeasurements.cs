using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>The numbers of this project that a person may quote.</summary>
internal static class DecisionMeasurements
{
    private static readonly (string Id, string Label, BinaryMetric Metric)[] OnTestRows =
    [
        ("test.accuracy", "Accuracy", BinaryMetric.Accuracy),
        ("test.precision", "Precision", BinaryMetric.Precision),
        ("test.recall", "Recall", BinaryMetric.Recall),
        ("test.roc_auc", "ROC AUC", BinaryMetric.RocArea),
        ("test.average_precision", "Average precision", BinaryMetric.AveragePrecision),
        ("test.log_loss", "Log loss", BinaryMetric.LogLoss),
        ("test.brier", "Brier score", BinaryMetric.Brier),
        ("test.ece", "Expected calibration error", BinaryMetric.CalibrationError),
    ];

    public static Measurements Of(DecisionFindings findings)
    {
        var measurements = new Measurements();
        foreach ((string id, string label, BinaryMetric metric) in OnTestRows)
            measurements.Add(id, label, findings.OnTest.Intervals[metric], metric == BinaryMetric.LogLoss ? "nats per row" : "", "test rows, at the chosen threshold where it matters");
        measurements.Add(
            "baseline.accuracy", "Accuracy of calling nobody", WilsonInterval.Of(findings.Test.Count - findings.Test.Positives, findings.Test.Count), "", "test rows");
        measurements.Add("baseline.rate", "Base rate", WilsonInterval.Of(findings.Test.Positives, findings.Test.Count), "", "share of positives among the test rows");
        return measurements;
    }
}
