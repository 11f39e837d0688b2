using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The numbers of this project that a person may quote.</summary>
internal static class LogisticMeasurements
{
    /// <summary>What is measured on the test rows, with the id under which it is quoted.</summary>
    public static readonly (string Id, string Label, BinaryMetric Metric, string Unit)[] OnTestRows =
    [
        ("test.accuracy", "Accuracy", BinaryMetric.Accuracy, ""),
        ("test.precision", "Precision", BinaryMetric.Precision, ""),
        ("test.recall", "Recall", BinaryMetric.Recall, ""),
        ("test.specificity", "Specificity", BinaryMetric.Specificity, ""),
        ("test.f1", "F1", BinaryMetric.F1, ""),
        ("test.matthews", "Matthews correlation", BinaryMetric.Matthews, ""),
        ("test.roc_auc", "ROC AUC", BinaryMetric.RocArea, ""),
        ("test.average_precision", "Average precision", BinaryMetric.AveragePrecision, ""),
        ("test.log_loss", "Log loss", BinaryMetric.LogLoss, "nats per row"),
        ("test.brier", "Brier score", BinaryMetric.Brier, ""),
        ("test.ece", "Expected calibration error", BinaryMetric.CalibrationError, ""),
        ("test.cost_per_case", "Cost per case", BinaryMetric.CostPerCase, "units"),
    ];

    public static Measurements Of(LogisticFindings findings)
    {
        var measurements = new Measurements();
        foreach ((string id, string label, BinaryMetric metric, string unit) in OnTestRows)
            measurements.Add(id, label, OnTest(findings, metric), unit, "test rows, at the chosen threshold where it matters");
        measurements.Add(
            "test.saved_per_case", "Saved per case against a threshold of one half", findings.Test?.SavedAgainstHalf ?? NoTestRows, "units",
            "test rows, paired by row");

        CostThreshold rule = findings.Choice.Rule;
        measurements.Add("threshold.chosen", "Chosen threshold", rule.ChosenScatter, "", rule.Reason switch
        {
            ThresholdReason.NoRows => "Elkan's, as no validation rows were kept",
            ThresholdReason.NothingToSearch => "Elkan's, as the validation rows are all of one class",
            ThresholdReason.NotContradicted => "Elkan's, which trials on the validation rows do not contradict",
            ThresholdReason.Contradicted => "by trial on the validation rows, which contradicts Elkan's",
        });
        measurements.Add("threshold.elkan", "Elkan's threshold", rule.Elkan, "", "cost of a false alarm over the sum of both costs");

        measurements.Add("gradient.max_abs_difference", "Largest difference, hand-derived against autograd",
            findings.Audit.Whole.ToAutograd, "",
            $"training rows, float64, "
            + $"{findings.Audit.Whole.Coordinates.Count} of {findings.Audit.Whole.Total} coordinates");
        measurements.Add("gradient.max_abs_difference_numeric", "Largest difference, hand-derived against central differences",
            findings.Audit.Whole.ToDifferences, "",
            $"training rows, float64, "
            + $"{findings.Audit.Whole.Coordinates.Count} of {findings.Audit.Whole.Total} coordinates");
        measurements.Add("newton.steps", "Newton steps", findings.Final.NewtonSteps, "steps",
            $"from zero weights to a gradient norm of {NumberText.Brief(findings.Final.NewtonSlope)} on the training rows");
        measurements.Add("train.objective", "Training objective", findings.Final.Objective, "nats per row",
            "mean log loss plus λ/2 |w|² on the training rows, where the solver stopped");
        measurements.Add("penalty.chosen", "Penalty λ", findings.Final.Penalty, "",
            findings.IsPenaltyChosen ? "lowest log loss on the validation rows" : "as asked");
        measurements.Add("weights.sign_open", "Weights whose sign the rows leave open", findings.Weights.SignOpen.Count(), "weights",
            "95 % bootstrap interval includes 0");
        return measurements;
    }

    private static Interval NoTestRows => Interval.Undefined("no rows were held out: --split none");

    private static Interval OnTest(LogisticFindings findings, BinaryMetric metric) => findings.Test?.Intervals[metric] ?? NoTestRows;
}
