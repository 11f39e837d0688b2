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
        GradientAudit audit = findings.Audit;
        MarkdownText verdict = audit is { Whole.IsRight: true, Rows.IsRight: true, Penalty.IsRight: true } && largest.Value < Bound
            ? MarkdownText.Of(
                $"The derivation is right: by hand and by autograd the gradient is the same "
                + $"{(largest.Value == 0
                    ? MarkdownText.Of($"to the last bit")
                    : MarkdownText.Of($"to {largest}, which is rounding in the last digits of float64"))}"
                + $".")
            : MarkdownText.Of(
                $"The derivation could not be confirmed: it differs from autograd by {largest}. "
                + $"As a whole: {audit.Whole.Sentence} The loss on the rows: {audit.Rows.Sentence} The penalty: "
                + $"{audit.Penalty.Sentence}");
        return new Section(
            "Are the gradients right?",
            [
                new Paragraph(
                    $"The same gradient is computed three times, on the training rows at random weights: "
                    + $"derived by hand, by autograd (libtorch records the operations and walks them backwards), and "
                    + $"by central differences (each number is moved a little to both sides, and the change of the "
                    + $"loss read). "
                    + $"The first two are exact up to rounding. "
                    + $"The third gives about ten digits at best, but shares no reasoning with them."),
                new Table(
                    $"The largest difference for each parameter, separately for the loss on the rows and for the "
                    + $"penalty: "
                    + $"a forgotten λw would show in one and not in the other. "
                    + $"The bias has no penalty, so nothing can differ.",
                    ["Term", "Parameter", "Numbers", "To autograd", "To differences", "Labels"],
                    [.. Terms(findings.Audit).SelectMany(term => term.Verdict.Parameters.Select(one => Row(term.Name, one)))]),
                new FigureBlock(
                    GradientCheckFigure.Draw(Coordinates(findings), Bound),
                    $"{Drawn(findings)} of the gradient, by the column it belongs to. Distances are on a logarithmic scale: "
                    + $"autograd stands at the far left, where float64 ends; the dashed line is what is allowed."),
            ],
            verdict);
    }

    private static (string Name, GradientVerdict Verdict)[] Terms(GradientAudit audit) =>
        [("whole", audit.Whole), ("rows", audit.Rows), ("penalty", audit.Penalty)];

    private static IReadOnlyList<MarkdownText> Row(string term, CheckedParameter one) =>
    [
        term, $"`∂L/∂{one.Parameter}`", $"{one.Coordinates.Count}", Distance(one.ToAutograd),
        one.ToDifferences is { } apart ? Distance(apart) : "–", Labels(one),
    ];

    private static MarkdownText Distance(double apart) => apart == 0 ? "0" : MarkdownText.Of($"{apart:0.0e-0}");

    private static string Labels(CheckedParameter one) => string.Join(", ", Enum.GetValues<CoordinateLabel>()
        .Where(label => one.Count(label) > 0).Select(label =>
            $"{one.Count(label)} "
            + $"{label switch { CoordinateLabel.Agrees => "agree", _ => label.ToString().ToLowerInvariant() }}"));

    private static MarkdownText Drawn(LogisticFindings findings) => findings.Audit.Whole.Coordinates.Count is var all
        && all <= GradientCheckFigure.MaxRows
            ? MarkdownText.Of($"Every number")
            : MarkdownText.Of($"The {GradientCheckFigure.MaxRows} of {all} numbers that differ most are drawn: those");

    private static IReadOnlyList<CoordinateDifference> Coordinates(LogisticFindings findings)
    {
        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        return [.. findings.Audit.Whole.Coordinates.Select(one => new CoordinateDifference(
            one.Parameter == "w" ? names[one.Index] : "bias", Math.Abs(one.ByHand - one.ByAutograd),
            Math.Abs(one.ByHand - one.ByDifferences)))];
    }
}
