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
        {
            measurements.Add(
                id, label, findings.Curves.Intervals[metric], metric == BinaryMetric.LogLoss ? "nats per row" : "",
                "test rows, at the chosen threshold where it matters");
        }
        measurements.Add(
            "baseline.accuracy", "Accuracy of flagging nothing",
            WilsonInterval.Of(findings.Test.Count - findings.Test.Positives, findings.Test.Count), "", "test rows");
        measurements.Add(
            "baseline.rate", "Base rate", WilsonInterval.Of(findings.Test.Positives, findings.Test.Count), "",
            "share of positives among the test rows");
        CostMeasurements.AddTo(measurements, findings.Cost);
        AddMonitor(measurements, findings.Monitor);
        return measurements;
    }

    private static void AddMonitor(Measurements measurements, MonitorFindings monitor)
    {
        string unit = monitor.Windows.Unit;
        measurements.Add(
            "reference.rate", "Base rate before", monitor.Reference.BaseRate, "", "share of positives among the validation rows");
        if (monitor.Windows.NewRate is { } rate)
            measurements.Add("shift.drawn_rate", "Base rate of the drawn windows", rate, "", "as the later windows are drawn");
        measurements.Add("alarm.false_rate", "False-alarm rate", monitor.FalseRate, "",
            $"unchanged {unit}s of {monitor.Alarm.Rows} rows, drawn from the validation rows");
        measurements.Add("shift.alarm_week", $"First {unit} with an alarm", monitor.AlarmWeek, "", $"mean probability of the {unit}");
        measurements.Add("shift.estimated_rate", "Base rate, estimated without labels", monitor.EstimatedRate, "", $"the last {unit}");
        measurements.Add(
            "shift.true_rate",
            monitor.Windows.IsSimulated ? "Base rate, by the labels of the drawn rows" : "Base rate, by labels that came later",
            monitor.TrueRate, "", $"the last {unit}");
        measurements.Add("shift.saved", "Saved by moving the threshold", monitor.Saved, "units per 10,000 rows",
            $"{(monitor.Windows.IsSimulated ? "drawn " : "")}rows after the first alarm; paired by row");
        measurements.Add(
            "shift.saved_by_oracle", "Saved had the true base rate been known",
            monitor.Shift?.OracleSaved ?? monitor.Saved, "units per 10,000 rows", "the same rows");
    }
}
