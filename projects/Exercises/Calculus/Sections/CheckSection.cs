using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>Are the derivations right, and how would one know?</summary>
internal static class CheckSection
{
    private const double Rounding = 1e-11;

    public static Section Of(CheckFindings findings, Measurements measurements) => new(
        "Are the derivations right, and what is wrong with one that is not?",
        [
            new Paragraph(
                $"Each gradient is computed three times: "
                + $"by hand, by autograd, and by differences, d(h) = (L(θ + h) − L(θ − h)) / 2h in each coordinate. "
                + $"The first two should agree to the last digits. A difference never does: "
                + $"a long step errs because the loss curves, a short one because the loss is rounded."),
            new Formula(Tex.Of("""
                \left|d(h) - \frac{\partial L}{\partial \theta_j}\right| 
                    \approx \underbrace{\frac{h^2}{6} |L'''|}_{\text{truncation}} + \underbrace{\frac{\varepsilon |L|}{h}}_{\text{rounding}}
                """)),
            new FigureBlock(
                ErrorCurveFigure.Draw(findings.Curves, Math.Cbrt(double.BitIncrement(1) - 1)),
                $"Five answers for functions of one number. A correct one has a V: "
                + $"truncation falls with h² from the left, rounding rises with 1/h to the right. Where the loss "
                + $"curves "
                + $"sharply the V lies further right; where the loss is large its right arm reaches higher. "
                + $"A wrong answer has a floor as high as its mistake. Open circles are steps across a kink."),
            new Table(
                $"These and some more, in the words of the check. It does not know what was done to which; it only "
                + $"reads the numbers.",
                ["Function", "Verdict"],
                [.. findings.Demonstrations.Select(one => (IReadOnlyList<MarkdownText>)[one.What, Words(one.Verdict)])]),
            new Table(
                $"The catalogue, every coordinate at random points: "
                + $"the largest distance from autograd and from differences, what explains the latter, "
                + $"and how far apart two answers for the second derivative are, relative to their length.",
                ["Derivation", "Numbers", "To autograd", "To differences", "Labels", "Second derivative"],
                [.. findings.Derivations.Select(Row)]),
            new Paragraph(
                $"How good the check is was asked where the truth is known: planted errors, of which it also blames the right answer, and "
                + $"planted kinks, of which it labels {measurements["check.kinks_labelled"].InPercent} as such."),
        ],
        Conclusion(findings, measurements));

    private static string Words(GradientVerdict verdict) =>
        string.Join(" ", verdict.Remarks.Append(verdict.WhyNone ?? string.Join(" ", verdict.Parameters.Select(one => one.Sentence))));

    private static IReadOnlyList<MarkdownText> Row(CheckedDerivation one) =>
    [
        one.Derivation.Name, $"{one.Coordinates}", Distance(one.ToAutograd), Distance(one.ToDifferences), Labels(one),
        one.Curvature is { } apart ? Distance(apart) : "at a kink",
    ];

    private static MarkdownText Distance(double apart) => apart == 0 ? "0" : MarkdownText.Of($"{apart:0.0e-0}");

    private static string Labels(CheckedDerivation one)
    {
        string[] others = [.. one.Labels.Where(label => label.Value > 0 && label.Key != CoordinateLabel.Agrees)
            .Select(label => $"{label.Value} {label.Key.ToString().ToLowerInvariant()}")];
        return others.Length == 0 ? "all agree" : $"{one.Labels[CoordinateLabel.Agrees]} agree, {string.Join(", ", others)}";
    }

    private static MarkdownText Conclusion(CheckFindings findings, Measurements measurements)
    {
        CheckedDerivation[] wrong = [.. findings.Derivations.Where(one => one.Labels[CoordinateLabel.Wrong] > 0)];
        if (wrong.Length > 0)
        {
            return MarkdownText.Of(
                $"Something is wrong with {string.Join(", ", wrong.Select(one => one.Derivation.Name))}: "
                + $"the answers contradict each other, and no step size explains it.");
        }
        CheckedDerivation[] bent = [.. findings.Derivations.Where(one => !one.IsCurvatureRight)];
        if (bent.Length > 0)
        {
            return MarkdownText.Of(
                $"The gradients agree, but the second derivative of "
                + $"{string.Join(", ", bent.Select(one => one.Derivation.Name))} does not.");
        }
        return findings.WorstAutograd <= Rounding
            ? MarkdownText.Of(
                $"All {findings.Derivations.Count} derivations agree with autograd to "
                + $"{measurements["check.worst_autograd"]:value}, which is rounding. The check finds "
                + $"{measurements["check.planted_found"].InPercent} of planted errors, and reports "
                + $"{measurements["check.false_alarms"].InPercent} of correct gradients as wrong.")
            : MarkdownText.Of(
                $"No derivation is judged wrong, but one lies {measurements["check.worst_autograd"]:value} from "
                + $"autograd, more than rounding explains where numbers are near 1.");
    }
}
