using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>Whether more rows would help.</summary>
internal static class LearningSection
{
    public static Section Of(EvaluationFindings findings, Measurements measurements)
    {
        LearningFindings learning = findings.Learning;
        return new Section(
            "Would more rows help?",
            [
                new Paragraph(
                    $"Both models learn from fewer and fewer of the training rows, "
                    + $"and are tested on the same held-out rows, repeated {learning.Repeats} times. "
                    + $"More rows can close a gap between training and held-out scores; where both have "
                    + $"met, more rows of the same kind bring little, but other columns or another model might."),
                new FigureBlock(
                    LearningCurveFigure.Draw(
                        [.. learning.Curves[0].Points.Select(point => point.Rows)], [.. learning.Curves.Select(Band)],
                        learning.Metric.Label),
                    $"Lines are means, bands the middle 80 % of {learning.Repeats} repeats, "
                    + $"dashed lines the score on the training rows themselves.").Told(),
                new Table(
                    $"What the last doubling of the training rows brought, paired by repeat, "
                    + $"corrected for shared rows.",
                    ["Model", "From", "To", "Change"],
                    [.. learning.Curves.Where(curve => curve.Points.Count > 1).Select(Row)]),
            ],
            Conclusion(findings, measurements));
    }

    private static LearningBand Band(LearningCurve curve) => new(
        curve.Model, [.. curve.Points.Select(point => MeanOf(point.Values))], [.. curve.Points.Select(point => point.Middle?.Low)],
        [.. curve.Points.Select(point => point.Middle?.High)], [.. curve.Points.Select(point => MeanOf(point.OnTraining))]);

    private static double? MeanOf(double[] values) => values.Length == 0 ? null : values.Average();

    private static IReadOnlyList<MarkdownText> Row(LearningCurve curve) =>
    [
        MarkdownText.Of($"{curve.Model}"), MarkdownText.Of($"{curve.Points[^2].Rows:#,0} rows"),
        MarkdownText.Of($"{curve.Points[^1].Rows:#,0} rows"), Cells.With(curve.LastDoubling),
    ];

    private static MarkdownText Conclusion(EvaluationFindings findings, Measurements measurements)
    {
        LearningCurve curve = findings.Learning.Curves[0];
        Interval change = curve.LastDoubling;
        Interval gain = findings.Learning.Metric.MoreIsBetter
            ? change
            : change.Turned();
        return gain switch
        {
            { Low: > 0 } => MarkdownText.Of(
                $"The last doubling still helped {curve.Model}: {measurements["learning.last_doubling"]} in "
                + $"{findings.Learning.Metric.Label}. More rows of the same kind would probably help further."),
            { High: < 0 } => MarkdownText.Of(
                $"The last doubling made {curve.Model} worse, {measurements["learning.last_doubling"]}: "
                + $"the rows may not all be of one kind."),
            { HasEnds: false } => MarkdownText.Of($"We cannot tell whether more rows would help: "
                + $"{curve.LastDoubling.WhyUndefined}."),
            { High: double most } when most <= findings.Options.Rope => MarkdownText.Of(
                $"The last doubling changed the {findings.Learning.Metric.Label} of {curve.Model} by "
                + $"{measurements["learning.last_doubling"]}, too little to change a decision (`--rope`): "
                + $"the curve has flattened, and twice as many rows of the same kind would probably bring less still."),
            _ => MarkdownText.Of(
                $"The last doubling changed the {findings.Learning.Metric.Label} of {curve.Model} by "
                + $"{measurements["learning.last_doubling"]}: "
                + $"{NotEnough.ToSay(gain, "whether that was a gain", "gain")}, and what the next doubling would bring is open."),
        };
    }
}
