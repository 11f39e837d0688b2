using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>Are the derivatives right?</summary>
internal static class AuditSection
{
    private const double Bound = 1e-9;

    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        Measurement largest = measurements["gradient.max_abs_difference"];
        bool agrees = largest.Value < Bound;
        MarkdownText verdict = agrees
            ? MarkdownText.Of($"The derivation is right: by hand and by autograd the gradient is the same to {largest}, which is rounding in the last digits of float64.")
            : MarkdownText.Of($"The derivation and autograd differ by {largest}, more than rounding explains: one of the two is wrong.");
        return new Section(
            "Are the gradients right?",
            [
                new Paragraph($"The same gradient is asked three times, on the training rows at weights drawn at random: derived by hand, by autograd (libtorch records the operations and walks them backwards), and by central differences (each number is moved a little to both sides and the loss looked at). The first two are exact up to rounding. The third carries about ten digits at best, but shares no line of reasoning with them."),
                new Table(
                    $"The largest difference of each parameter, and the largest in relation to the number itself: near the end of float64 for autograd, in the tenth digit or so for central differences.",
                    ["Parameter", "Compared with", "Numbers", "Largest difference", "Relative"],
                    [.. findings.Audit.Differences.Select(Row)]),
                new FigureBlock(
                    GradientCheckFigure.Draw(Coordinates(findings), Bound),
                    $"Every number of the gradient, by the column it belongs to. Distances are on a logarithmic scale: autograd stands at the far left, where float64 ends; the dashed line is what is allowed."),
            ],
            verdict);
    }

    private static IReadOnlyList<MarkdownText> Row(GradientDifference difference) =>
    [
        $"`∂L/∂{Name(difference)}`", difference.Answer, $"{difference.Each.Count}",
        $"{difference.LargestAbsolute:0.0e-0}", $"{difference.LargestRelative:0.0e-0}",
    ];

    private static MarkdownText Name(GradientDifference difference) => difference.Parameter;

    private static IReadOnlyList<CoordinateDifference> Coordinates(LogisticFindings findings)
    {
        IEnumerable<string> names = [.. findings.Data.Rows.ColumnNames, "bias"];
        IEnumerable<double> autograd = findings.Audit.AgainstAutograd.SelectMany(difference => difference.Each);
        IEnumerable<double> differences = findings.Audit.AgainstDifferences.SelectMany(difference => difference.Each);
        return [.. names.Zip(autograd, differences).Select(row => new CoordinateDifference(row.First, row.Second, row.Third))];
    }
}
