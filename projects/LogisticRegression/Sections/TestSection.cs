using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>What the test rows say.</summary>
internal static class TestSection
{
    private const string Question = "How good is it on rows it has never seen?";
    private const double Half = 0.5;

    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        if (findings.Test is not { } test)
        {
            return new Section(Question, [],
                $"We cannot tell: every row was used for training (`--split none`). "
                + $"Scores on training rows would be too optimistic.");
        }

        var point = new OperatingPoint(findings.Choice.Rule.Chosen, test.Metrics.Confusion);
        ConfusionMatrix calls = test.Metrics.Confusion;
        string positive = findings.Data.Target.PositiveWords, negative = findings.Data.Target.NegativeWords;
        return new Section(
            Question,
            [
                new Paragraph(
                    $"Each number has a 95 % interval, by the method that suits it: over many samples like this one, "
                    + $"about 95 in 100 such intervals contain the true value. With {calls.Positives} rows with "
                    + $"{positive} the intervals stay this wide, whatever the third digit says."),
                new Table(
                    $"On {calls.Rows} test rows, scored once.",
                    ["Measured", "Value", "95 % interval", "Interval by"],
                    [.. LogisticMeasurements.OnTestRows.Select(row => Row(measurements[row.Id], test.Intervals[row.Metric]))]),
                new FigureBlock(
                    ConfusionMatrixFigure.Draw(calls, positive, negative),
                    $"At the chosen threshold, {calls.TruePositives} of {calls.Positives} rows with {positive} "
                    + $"are found "
                    + $"and {calls.FalsePositives} of {calls.Negatives} rows with {negative} are flagged "
                    + $"needlessly.").Told(),
                new FigureBlock(
                    RocFigure.Draw(RocCurve.From(test.Rows.Counts), test.Intervals[BinaryMetric.RocArea], point),
                    $"Every threshold is a point. The area is the chance that a row with {positive} scores above one "
                    + $"with {negative}, both drawn at random, where a tie counts one half; the marked point is the threshold in use."),
                new FigureBlock(
                    PrecisionRecallFigure.Draw(
                        PrecisionRecallCurve.From(test.Rows.Counts), test.Intervals[BinaryMetric.AveragePrecision], point),
                    $"What share of the calls is right, against the share that is found. A model that knows nothing "
                    + $"stays on the level of the base rate, {(double)calls.Positives / calls.Rows:0.00}."),
                new FigureBlock(
                    ReliabilityFigure.Draw(test.Reliability, NullBand(test.NullBand)),
                    $"Of rows given a probability of 0.7, do 70 % turn out positive? "
                    + $"Points on the diagonal say yes; where an error bar crosses it, the data do not rule it out."),
                Calibration(test.NullBand, measurements["test.ece"]),
                new Table(
                    $"What each way of choosing the threshold costs per case on the test rows; the first is in use.",
                    ["Threshold", "p ≥", "Cost per case", "95 % interval"],
                    [.. test.Thresholds.Select(Row)]),
            ],
            MarkdownText.Of(
                $"ROC AUC {measurements["test.roc_auc"]}, and a cost per case of {measurements["test.cost_per_case"]}. "
                + $"{(findings.Choice.Rule.Chosen == Half ? HalfItself : Saved(measurements["test.saved_per_case"]))}"));
    }

    private static IReadOnlyList<MarkdownText> Row(Measurement measurement, Interval interval) =>
    [
        measurement.Label, measurement.ValueText, measurement.RangeText,
        interval.HasEnds ? MarkdownText.Words(interval.Method) : interval.WhyUndefined ?? "",
    ];

    private static MarkdownText HalfItself => MarkdownText.Of($"The chosen threshold is one half itself, so there is nothing to save.");

    private static IReadOnlyList<MarkdownText> Row(ThresholdCost threshold)
    {
        var cost = new Measurement(
            "cost", "", threshold.CostPerCase.Value, threshold.CostPerCase.Low, threshold.CostPerCase.High, 0.95, "", "",
            threshold.CostPerCase.WhyUndefined);
        MarkdownText at = double.IsFinite(threshold.Threshold) ? MarkdownText.Of($"{threshold.Threshold:0.###}") : MarkdownText.Of($"–");
        return [threshold.From, at, cost.ValueText, cost.RangeText];
    }

    private static Callout Calibration(CalibrationNullBand band, Measurement error)
    {
        if (band is not { Low: { } low, High: { } high, Observed: { } observed })
            return Callout.Note($"The expected calibration error is {error}.");
        MarkdownText reading = observed > high
            ? MarkdownText.Of(
                $"so this is more than chance: some probabilities are off. That is about all of them together; the trials on "
                + $"validation rows tell whether they are off near the threshold.")
            : MarkdownText.Of($"so these rows give no reason to doubt the probabilities.");
        return Callout.Note(
            $"The expected calibration error is {error}. Perfectly calibrated probabilities would show {low:0.000} to "
            + $"{high:0.000} on so few rows by chance alone (95 % of 1,000 simulations), {reading}");
    }

    private static Interval? NullBand(CalibrationNullBand band) => band.Low is null
        ? null
        : new Interval(band.Observed, band.Low, band.High, band.Confidence, "simulated from the probabilities");

    private static MarkdownText Saved(Measurement saved) => saved switch
    {
        { Low: > 0 } => MarkdownText.Of($"Against a threshold of one half, the chosen one saves {saved} per case, on the same rows."),
        { High: < 0 } => MarkdownText.Of(
            $"Against a threshold of one half, the chosen one costs "
            + $"{saved with { Value = -saved.Value, Low = -saved.High, High = -saved.Low }} more per case, on the same rows: "
            + $"here it made matters worse."),
        { Low: not null } => MarkdownText.Of(
            $"Against a threshold of one half, the chosen one saves {saved} per case, on the same rows. "
            + $"The interval includes zero: {NotEnough.ToSay(saved, "which is cheaper", "saving")}."),
        _ => MarkdownText.Of($"Against a threshold of one half, the chosen one saves {saved.ValueText} per case on these rows."),
    };
}
