using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>Three ways to the same weights.</summary>
internal static class SolutionsSection
{
    public static Section Of(RegressionFindings findings)
    {
        SolutionFindings solutions = findings.Solutions;
        return new Section(
            "Do three methods find the same weights?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \hat y &= A\theta && \text{$A = [1 \mid X]$ $[n, p]$, $\theta = [b \mid w]$} \\
                    L(\theta) &= \frac{1}{n} \lVert A\theta - y \rVert^2 \\
                    A^\top A\, \theta &= A^\top y && \text{normal equations: $\nabla L = \tfrac{2}{n} A^\top(A\theta - y) = 0$} \\
                    A^\top A &= CC^\top && \text{two triangles to solve} \\
                    \lVert A\theta - y \rVert &= \lVert R\theta - Q^\top y \rVert && \text{QR: $Q$ by reflections} \\
                    R\theta &= z && \text{$z$ the first $p$ of $Q^\top y$} \\
                    \theta &\leftarrow \theta - \eta \nabla L
                        && \text{descent: $\eta = 2/(\lambda_{\min} + \lambda_{\max})$ of $\nabla^2 L = \tfrac{2}{n} A^\top A$}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"The same least-squares problem, solved three times, "
                    + $"on {findings.Data.TrainingTargets.Length} training rows of {findings.Data.Training.Length} "
                    + $"standardised {(findings.Data.Training.Length == 1 ? "column" : "columns")}. The gradient that "
                    + $"descent follows was derived by hand; at random weights {Gradients(solutions)}"),
                new Table(
                    $"How far each method ends from QR, relative to the length of the weights, and how many digits "
                    + $"that leaves.",
                    ["Method", "Difference from QR", "Digits that agree", "Work"],
                    [
                        [
                            "normal equations", Difference(solutions.NormalDifference),
                            Digits(solutions.NormalDifference), "one pass over the rows, then p³",
                        ],
                        [
                            "descent", Difference(solutions.DescentDifference), Digits(solutions.DescentDifference),
                            $"{solutions.Descent.Steps} "
                            + $"{(solutions.Descent.Steps == 1 ? "pass" : "passes")} over the rows",
                        ],
                    ]),
                Arrived(solutions),
            ],
            Conclusion(solutions));
    }

    private static MarkdownText Gradients(SolutionFindings solutions) => solutions.GradientDifference == 0
        ? MarkdownText.Of($"it agrees with automatic differentiation to the last bit.")
        : MarkdownText.Of($"it agrees with automatic differentiation to a relative {solutions.GradientDifference:0.0e0}.");

    private static Paragraph Arrived(SolutionFindings solutions) => new(solutions.DescentArrived
        ? MarkdownText.Of(
            $"Descent stopped by itself when the slope was down to {SolutionFindings.Tolerance:0e0} in standardised "
            + $"units, after {Counted.Of(solutions.Descent.Steps, "step")}.")
        : MarkdownText.Of(
            $"Descent {solutions.Descent.Ending} without its slope coming down to {SolutionFindings.Tolerance:0e0}: "
            + $"it is still on its way and has not reached the solution."));

    private static MarkdownText Difference(double? apart) => apart switch
    {
        null => MarkdownText.Of($"no solution"),
        0 => MarkdownText.Of($"0"),
        double number => MarkdownText.Of($"{number:0.0e0}"),
    };

    private static MarkdownText Digits(double? apart) => apart switch
    {
        null => MarkdownText.Of($"0"),
        < 1e-16 => MarkdownText.Of($"16"),
        double number => MarkdownText.Of($"{Math.Max(0, Math.Floor(-Math.Log10(number))):0}"),
    };

    private static MarkdownText Conclusion(SolutionFindings solutions) => solutions switch
    {
        { ByNormalEquations: null } => MarkdownText.Of(
            $"No: the normal equations have no solution here, as rounding has destroyed what κ² left of AᵀA."),
        { DescentArrived: false } => MarkdownText.Of(
            $"The two exact methods do, to a relative {solutions.NormalDifference:0.0e0}; descent would need more steps than "
            + $"{solutions.Descent.Steps}, and is {solutions.DescentDifference:0.0e0} away."),
        _ => MarkdownText.Of($"Yes: the largest difference is {solutions.LargestDifference:0.0e0}, relative to the length of the "
            + $"weights."),
    };
}
