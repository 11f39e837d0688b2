using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>What autograd does, on one line of maths.</summary>
internal static class AutogradSection
{
    public static Section Of(AutogradFindings findings, Measurements measurements)
    {
        Explanation told = findings.Logistic;
        return new Section(
            "What is autograd doing?",
            [
                new Paragraph(
                    $"The logistic loss of one row with y = 1 is {told.Expression}. "
                    + $"Autograd records every operation of the forward pass and walks the list backward, "
                    + $"with the chain rule at each step. Here is that walk in numbers:"),
                new FigureBlock(ExpressionGraphFigure.Draw(told, "autograd-graph"),
                    $"Along the arrows the values; in every box, after the sign ∂, how much the loss grows when that "
                    + $"box grows by one. b and the product enter the same sum, so their gradients are equal: "
                    + $"{told.Backward.Single(step => step.Node == "b").WrittenGradient}.").Told(),
                new Table(
                    $"The backward pass, as the command prints it for any expression.", ["Step", "The chain rule"],
                    [.. told.Backward.Select(step => (IReadOnlyList<MarkdownText>)[step.Node, step.ChainRule])]),
                new CodeBlock($"{CommandSet.Typed("explain")} \"log(1 + exp(-(w*x + b)))\" w=2 x=-1 b=0.5", "sh"),
            ],
            findings.LargestDifference <= 1e-12
                ? MarkdownText.Of(
                    $"The tape behind this page is about a hundred lines long, "
                    + $"and on this loss it agrees with libtorch's autograd "
                    + $"{(findings.LargestDifference == 0
                        ? "to the last bit"
                        : FormattableString.Invariant($"to {findings.LargestDifference:0.0e-0}"))}"
                    + $": autograd is the chain rule and a list, and nothing more.")
                : MarkdownText.Of(
                    $"The tape and libtorch's autograd differ by {measurements["tape.max_abs_difference"]:value}, "
                    + $"more than rounding explains: one of the two is wrong."));
    }
}
