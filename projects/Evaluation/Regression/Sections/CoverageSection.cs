using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>How often the intervals hold the truth, tried.</summary>
internal static class CoverageSection
{
    private const string Question = "Do the intervals keep their promise?";

    public static Section Of(RegressionFindings findings, Measurements measurements)
    {
        ResidualFindings residuals = findings.Residuals;
        if (residuals is not
            {
                EvenCoverage: { } even, GrowingCoverage: { } growing, EvenLeast: { } evenLeast, GrowingLeast: { } growingLeast,
            })
        {
            return new Section(Question, [], MarkdownText.Of(
                $"The line passes through every training row, so there is no spread to simulate with."));
        }
        return new Section(
            Question,
            [
                new Paragraph(
                    $"A 95 % interval promises to contain the truth in 95 of 100 samples. Here the truth is known: "
                    + $"the training rows and their fitted weights become the truth, new targets are drawn "
                    + $"{residuals.Worlds} times, and each time all weights are fitted and their t intervals computed. "
                    + $"Once with errors of constant spread, as the intervals assume, "
                    + $"and once with a spread that changes with the prediction, as measured on these rows, "
                    + $"by {residuals.Growth:0 %;−0 %} per deviation. In all these worlds the line is straight: what a bend does to "
                    + $"the intervals is not tried{(residuals.Bends ? ", and the residuals above bend" : "")}."),
                new Table(
                    $"The share of intervals that contained the true weight, over {residuals.Worlds} worlds and "
                    + $"{findings.Data.Training.Length} {(findings.Data.Training.Length == 1 ? "weight" : "weights")}, "
                    + $"and the weight that was contained least often.",
                    ["Errors", "Contained the truth", "Least often contained"],
                    [
                        Row("constant spread", even, evenLeast, findings),
                        Row("spread as measured", growing, growingLeast, findings),
                    ]),
                new Paragraph(Least(evenLeast, growingLeast, findings)),
            ],
            Conclusion(IsNear(even), IsNear(growing), measurements));
    }

    private static IReadOnlyList<MarkdownText> Row(
        string errors, CoefficientCoverage coverage, LeastCovered least, RegressionFindings findings) =>
    [
        errors, $"{coverage.Share.Value:P1} ({coverage.Share.Low:P1} to {coverage.Share.High:P1})",
        $"“{Name(least, findings)}”, {Percent(least.Share)}",
    ];

    private static string Name(LeastCovered least, RegressionFindings findings) => findings.Data.Rows.ColumnNames[least.Weight];

    private static string Percent(Interval share) => NumberText.PercentInterval(share.Value!.Value, share.Low!.Value, share.High!.Value);

    /// <summary>An average that holds may hide a weight that does not.</summary>
    private static MarkdownText Least(LeastCovered even, LeastCovered growing, RegressionFindings findings)
    {
        int weights = findings.Data.Training.Length;
        if (weights == 1) return MarkdownText.Empty;
        (string Errors, LeastCovered Least)[] fallen =
            [.. new[] { ("constant spread", even), ("the spread of these rows", growing) }.Where(one => one.Item2.FallsShort)];
        return fallen.Length == 0
            ? MarkdownText.Of($"No weight falls further short than the least of {weights} does by chance.")
            : MarkdownText.Of(
                $"Not for every weight, though: "
                + $"{MarkdownText.Join("; ", fallen.Select(one => MarkdownText.Of(
                    $"with {one.Errors} the interval of “{Name(one.Least, findings)}” contained it in {Percent(one.Least.Share)}, "
                    + $"more rarely than the least of {weights} would by chance "
                    + $"({PValueText.Equation(one.Least.PValue)})")))}. For that weight read the bootstrap.");
    }

    private static MarkdownText Conclusion(bool even, bool growing, Measurements measurements)
    {
        Measurement first = measurements["regression.coverage.even"], second = measurements["regression.coverage.growing"];
        return (even, growing) switch
        {
            (true, true) => MarkdownText.Of($"On average over the weights they do: {first.InPercent} with constant spread, "
                + $"{second.InPercent} with the "
                + $"spread of these rows."),
            (true, false) => MarkdownText.Of(
                $"With constant spread they do, on average over the weights ({first.InPercent}); "
                + $"with the spread of these rows it is {second.InPercent}, so prefer the bootstrap."),
            _ => MarkdownText.Of($"Not as promised in these simulations: {first.InPercent} with constant spread, {second.InPercent} with "
                + $"the spread of these rows."),
        };
    }

    private static bool IsNear(CoefficientCoverage coverage) => coverage.Share.Value is >= 0.93 and <= 0.97;
}
