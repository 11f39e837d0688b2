using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary>An explanation on a page: the graph, the forward pass, the backward pass, and the check.</summary>
internal static class ExplanationSections
{
    public static IReadOnlyList<Section> Of(ExplainFindings findings) =>
        findings.Told.WhyNoGradient is null ? [ForwardSection(
            findings.Told), BackwardSection(findings.Told), Check(findings)] : [ForwardSection(findings.Told)];

    public static Section ForwardSection(Explanation told) => new(
        "What is the value?",
        [
            new FigureBlock(
                ExpressionGraphFigure.Draw(told),
                $"Along the arrows, each box is one operation on the boxes before it. Below a value you see how "
                + $"much {told.Outcome} grows when that box grows by one, and on an arrow how much the next box does.").Told(),
            new Table(
                $"The forward pass. Every step needs only those "
                + $"above it.", ["Step", "What is done", "In letters", "Value"],
                [.. told.Forward.Select(step => (IReadOnlyList<MarkdownText>)[step.Node, step.InWords, step.Formula, step.WrittenValue])]),
            .. told.Remarks.Count > 0
                ? [Callout.Caution(MarkdownText.Join(" ", told.Remarks.Select(MarkdownText.Escaped)))]
                : Array.Empty<Block>(),
        ],
        told.WhyNoGradient is { } why
            ? MarkdownText.Escaped(why)
            : MarkdownText.Of($"{told.Outcome} = {told.Forward[^1].WrittenValue} after {told.Forward.Count} steps."));

    public static Section BackwardSection(Explanation told) => new(
        "How does each part change the result?",
        [
            new Paragraph(
                $"The backward pass begins with ∂{told.Outcome}/∂{told.Outcome} = 1. "
                + $"A step affects {told.Outcome} only through the steps that use it, "
                + $"so the chain rule takes the gradient of each of those, which is already known, "
                + $"and multiplies it by the slope in between. Where there are several, the products are added.").Told(),
            new Table(
                $"The backward pass, from the result to "
                + $"the names.", ["Step", "Local derivatives", "The chain rule", "Gradient"],
                [.. told.Backward.Select(step => (IReadOnlyList<MarkdownText>)
                    [step.Node, string.Join("; ", step.Through.Select(local => local.Written)), step.ChainRule, step.WrittenGradient])]),
        ],
        $"One pass of {told.Backward.Count} steps gives the gradient for every name at once; "
        + $"that is why a loss with a million weights can be differentiated.");

    private static Section Check(ExplainFindings findings)
    {
        string outcome = findings.Told.Outcome;
        return new Section(
            "Is it right?",
            [
                new Paragraph(
                    $"Each number is moved a little to both sides, and the change of the result is read: "
                    + $"an answer that does not use the chain rule."),
                new Table(
                    $"The same gradient twice.", ["By", "The chain rule", "Finite differences"],
                    [.. findings.Gradients.Select(one => (IReadOnlyList<MarkdownText>)[
                        $"∂{outcome}/∂{one.Name}", Number(one.ByChainRule), Number(one.ByDifferences),
                    ])]),
            ],
            Verdict(findings));
    }

    private static MarkdownText Verdict(ExplainFindings findings)
    {
        if (findings.LargestDifference is not { } apart)
            return MarkdownText.Of($"At this point there is nothing to compare: one of the two answers is not defined.");
        double size = findings.Gradients.Max(one => Math.Abs(one.ByChainRule ?? 0));
        return apart <= 1e-6 * Math.Max(1, size)
            ? MarkdownText.Of($"The largest difference is {apart:0.0e-0}: all that the finite step leaves.")
            : MarkdownText.Of(
                $"They differ by {apart:0.0e-0}, more than a finite step explains: "
                + $"{(findings.Told.Remarks.Count > 0
                    ? "the expression has a kink here, and the differences look at both sides"
                    : "the expression curves too sharply here for a step of this size")}"
                + $".");
    }

    private static MarkdownText Number(double? value) => value is { } number ? MarkdownText.Of($"{number:G10}") : "not defined";
}
