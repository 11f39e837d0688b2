using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>How often the intervals hold the truth, tried.</summary>
internal static class CoverageSection
{
    private const string Question = "Do the intervals hold what they promise?";

    public static Section Of(RegressionFindings findings, Measurements measurements)
    {
        ResidualFindings residuals = findings.Residuals;
        if (residuals is not { EvenCoverage: { } even, GrowingCoverage: { } growing })
        {
            return new Section(Question, [], MarkdownText.Of(
                $"The line passes through every training row, so that there is no spread to draw other worlds with."));
        }
        return new Section(
            Question,
            [
                new Paragraph(
                    $"A 95 % interval promises to hold the truth in 95 of 100 samples. Here the truth is made: "
                    + $"the training rows and their fitted weights are taken for a world, targets are drawn in it "
                    + $"{residuals.Worlds} times, and each time all weights are fitted and their t intervals asked. "
                    + $"Once with errors of one spread, as the intervals assume, "
                    + $"and once with a spread that changes with the prediction as it was measured on these rows, "
                    + $"by {residuals.Growth:0 %;−0 %} per deviation."),
                new Table(
                    $"The share of intervals that held the weight of their world, over {residuals.Worlds} worlds and "
                    + $"{findings.Data.Training.Length} {(findings.Data.Training.Length == 1 ? "weight" : "weights")}, "
                    + $"and the weight that was held least often.",
                    ["Errors", "Held the truth", "Least often held"],
                    [Row("one spread", even, findings), Row("spread as measured", growing, findings)]),
            ],
            Conclusion(IsNear(even), IsNear(growing), measurements));
    }

    private static IReadOnlyList<MarkdownText> Row(string errors, CoefficientCoverage coverage, RegressionFindings findings) =>
    [
        errors, $"{coverage.Share.Value:P1} ({coverage.Share.Low:P1} to {coverage.Share.High:P1})",
        $"{coverage.ByWeight[coverage.Worst]:P1} (“{findings.Data.Rows.ColumnNames[coverage.Worst]}”)",
    ];

    private static MarkdownText Conclusion(bool even, bool growing, Measurements measurements)
    {
        Measurement first = measurements["regression.coverage.even"], second = measurements["regression.coverage.growing"];
        return (even, growing) switch
        {
            (true, true) => MarkdownText.Of($"They do: a share of {first} with one spread, {second} with the spread of these rows."),
            (true, false) => MarkdownText.Of(
                $"With one spread they do ({first}); "
                + $"with the spread of these rows it is {second}, so that the bootstrap is to be preferred."),
            _ => MarkdownText.Of($"Not as promised in these worlds: {first} with one spread, {second} with the spread of these rows."),
        };
    }

    private static bool IsNear(CoefficientCoverage coverage) => coverage.Share.Value is >= 0.93 and <= 0.97;
}
