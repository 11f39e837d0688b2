using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.ImbalancedDecision.Candidates;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What rebalancing breaks, and how it is corrected.</summary>
internal static class CalibrationSection
{
    public static Section Of(DecisionFindings findings, Measurements measurements)
    {
        ModelKind kind = findings.Choice.Best.Model.Kind;
        JudgedModel[] ofKind = [.. findings.OnTest.Models.Where(judged => judged.Model.Kind == kind)];
        JudgedModel weighted = ofKind.Single(judged => judged.Model.Rebalancing == Rebalancing.Weighted);
        var blocks = new List<Block>
        {
            new Paragraph(
                $"A model that was shown as many positives as negatives learns that both are equally common, "
                + $"and its probabilities say so. Its ranking may be as good as before; "
                + $"its probabilities are not, and a threshold from costs needs good probabilities."),
            new FigureBlock(
                ReliabilityCurvesFigure.Draw("reliability-rebalanced", [.. ofKind.Select(judged => new NamedReliability(
                    judged.Model.Rebalancing.ToString().ToLowerInvariant(), judged.Calibrated[0].Reliability))]),
                $"The {kind.ToString().ToLowerInvariant()} as trained, plain and rebalanced, "
                + $"each in up to {JudgedCalibration.Bins} bins with equally many expected positives, "
                + $"and {ReliabilityDiagram.FewestRows} rows or more. "
                + $"A curve to the right of the dashed line promises more than happens."),
            new FigureBlock(
                ReliabilityCurvesFigure.Draw(
                    "reliability-mended", [.. weighted.Calibrated.Where(one => one.Kind != CalibrationKind.AsIs)
                        .Select(one => new NamedReliability(one.Kind.Name(), one.Reliability))]),
                $"The weighted {kind.ToString().ToLowerInvariant()}, mended in three ways. *Prior corrected* undoes "
                + $"the weights by Bayes, without a label; *Platt* and *isotonic* learn from the validation rows."),
            new Table(
                $"Each {kind.ToString().ToLowerInvariant()} on the test rows; the lowest possible log loss is that "
                + $"of the true "
                + $"probabilities{TruthWords(findings)}. “By chance” is the range of calibration errors that the "
                + $"probabilities themselves would show if they were true (95 % of simulations).",
                ["Model", "Calibration", "Log loss", "Calibration error", "By chance"],
                [.. ofKind.SelectMany(judged => judged.Calibrated.Select(one => Row(judged, one)))]),
            new Paragraph(
                $"The model that decides, and its calibration, were chosen on the validation rows by the lowest "
                + $"log loss, "
                + $"with each row judged by a calibration that was fitted without it. No test row was used."),
        };
        return new Section("Can the probabilities be believed?", blocks, Conclusion(findings, measurements));
    }

    private static MarkdownText TruthWords(DecisionFindings findings) => findings.OnTest.LogLossOfTruth is { } least
        ? MarkdownText.Of($", here {least:0.0000}")
        : MarkdownText.Empty;

    private static IReadOnlyList<MarkdownText> Row(JudgedModel judged, JudgedCalibration one) =>
    [
        judged.Model.Name, one.Kind.Name(), MarkdownText.Of($"{one.LogLoss:0.0000}"),
        MarkdownText.Of($"{one.CalibrationError.Observed:0.0000}"),
        MarkdownText.Of($"{one.CalibrationError.Low:0.0000} to {one.CalibrationError.High:0.0000}"),
    ];

    private static MarkdownText Conclusion(DecisionFindings findings, Measurements measurements)
    {
        JudgedCalibration[] broken = [.. findings.OnTest.Models.Where(one => one.Model.Rebalancing != Rebalancing.Plain)
            .Select(one => one.Calibrated[0])];
        int off = broken.Count(one => one.CalibrationError.Observed > one.CalibrationError.High);
        CalibrationNullBand deciding = findings.DecidingError;
        MarkdownText rebalanced = off == 0
            ? MarkdownText.Of($"None of the rebalanced models is shown to be miscalibrated on these rows.")
            : MarkdownText.Of($"As trained, {off} of {broken.Length} rebalanced models are miscalibrated by more "
                + $"than chance.");
        MarkdownText decider = deciding.Observed > deciding.High
            ? MarkdownText.Of(
                $"The error of the deciding model, {measurements["test.ece"]}, is also more than chance: "
                + $"read its thresholds with care.")
            : MarkdownText.Of(
                $"The deciding model, {findings.Choice.Name}, has an error of {measurements["test.ece"]}, "
                + $"no more than perfectly calibrated probabilities would show by chance.");
        return MarkdownText.Of($"{rebalanced} {decider}");
    }
}
