using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>What one step of descent does, and what the rate makes of many.</summary>
internal static class DescentSection
{
    private const double Rounding = 1e-12;

    public static Section Of(DescentFindings findings, Measurements measurements) => new(
        "How far should a step go?",
        [
            new Paragraph($"The slope says which way is down, but not how far to go. One step on "
                + $"{findings.Parabola.Name}:"),
            new Formula(findings.Parabola.Formula),
            new Paragraph($"Here {findings.Parabola.Constants}."),
            new FigureBlock(DescentStepFigure.Draw("descent-step", findings.Parabola, findings.Step), StepCaption(findings.Step)).Told(),
            new Paragraph(
                $"The longer the step, the less the tangent can be trusted. "
                + $"How much less depends on the curvature: along a direction that curves by λ, one step multiplies "
                + $"the distance from the minimum by {Tex.Of(@"1 - \eta\lambda")}, which is below 1 in size as long as "
                + $"{Tex.Of(@"\eta < 2/\lambda")}."),
            new FigureBlock(LearningRateRegimesFigure.Draw("descent-rates-curve", findings.Parabola, findings.OnParabola),
                RatesCaption(findings.OnParabola)),
            new Paragraph(
                $"In two directions that curve by {findings.Bowl.Curvatures[0]} and by {findings.Bowl.Curvatures[^1]} "
                + $"there is one learning rate for both, and the sharper one sets the limit:"),
            new Formula(findings.Bowl.Formula),
            new Paragraph($"Here {findings.Bowl.Constants}."),
            new FigureBlock(
                LearningRateRegimesFigure.Draw("descent-rates-map", findings.Bowl, findings.OnBowl), RatesCaption(findings.OnBowl)),
            new Paragraph(
                $"Other rules make better use of the same slopes. On {findings.LongBowl.Name}, whose sharpest direction curves "
                + $"{findings.LongBowl.Curvatures[^1] / findings.LongBowl.Curvatures[0]:0.#} times as much as its flattest, each with "
                + $"a learning rate that suits it:"),
            new FigureBlock(DescentRulesFigure.Draw("descent-rules", findings.LongBowl, findings.OnLongBowl),
                RulesCaption(findings.OnLongBowl)),
            new Paragraph($"Not every place without a slope is a minimum. Here is a surface with two valleys, and a saddle between them:"),
            new Formula(findings.Valleys.Formula),
            new Paragraph($"Here {findings.Valleys.Constants}."),
            new FigureBlock(DescentRulesFigure.Draw("descent-valleys", findings.Valleys, findings.OnValleys, [-1.3, 0]),
                ValleysCaption(findings.OnValleys)),
            new Paragraph(
                $"All paths on the parabola and the bowl were computed twice by the suite's own trainer, by hand and by autograd, and "
                + $"differ from the closed form θ* + (I − ηA)ᵏ(θ₀ − θ*) by at most {measurements["descent.path_difference"]}."),
        ],
        Conclusion(findings, measurements));

    private static MarkdownText StepCaption(DescentStep step) =>
        $"At θ = {step.From} the slope is {step.Slope}; with η = {step.LearningRate} the step leads to θ = {step.To:0.###}. "
        + $"The tangent predicts a height of {step.Promised:0.###} there, and the curve is at {step.Reached:0.###}: "
        + $"{(step.Reached < step.Height
            ? "lower than before, though not as low as predicted"
            : "no lower than before, whatever the tangent predicted")}"
        + $".";

    private static MarkdownText RatesCaption(IReadOnlyList<LearningRateRegime> regimes) => MarkdownText.Join(" ",
    [
        MarkdownText.Of($"Four learning rates, as shares of the limit 2/λmax:"),
        MarkdownText.Join("; ", regimes.Select(regime => MarkdownText.Of(
            $"**{regime.Name}**, {regime.ShareOfLimit:0.##} of it: "
            + $"{(regime.StepsUntilNear is { } steps
                ? $"within {LearningRateRegime.Near} of the minimum after {steps} steps"
                : FormattableString.Invariant($"{regime.LastDistance:0.###} away after ")
                    + FormattableString.Invariant($"{regime.Path.Points.Count - 1} steps"))}"
            + $", {Sides(regime)}"))),
        MarkdownText.Of($"(sides are counted along the sharpest direction)."),
    ]);

    private static string Sides(LearningRateRegime regime)
    {
        int steps = regime.Path.Points.Count - 1;
        return regime.ChangesOfSide switch
        {
            0 => "always on the same side",
            int changes when changes == steps => "changing sides at every step",
            int changes => $"changing sides at {changes} of {steps} steps",
        };
    }

    private static MarkdownText RulesCaption(IReadOnlyList<RuleWalk> walks)
    {
        RuleWalk[] arrived = [.. walks.Where(walk => walk.StepsUntilNear is not null).OrderBy(walk => walk.StepsUntilNear)];
        MarkdownText first = arrived.Length == 0
            ? MarkdownText.Of(
                $"None of them is within {LearningRateRegime.Near} of the minimum after {walks[0].Path.Points.Count - 1} steps.")
            : MarkdownText.Of(
                $"Within {LearningRateRegime.Near} of the minimum: "
                + $"{string.Join("; ", arrived.Select(walk => $"{walk.Rule}, after {walk.StepsUntilNear} steps"))}.");
        string[] late = [.. walks.Except(arrived).Select(walk => walk.Rule)];
        return MarkdownText.Join(" ",
        [
            first,
            late.Length > 0 && arrived.Length > 0
                ? MarkdownText.Of($"Not within {walks[0].Path.Points.Count - 1} steps: {string.Join("; ", late)}.")
                : MarkdownText.Empty,
            MarkdownText.Of(
                $"Plain descent and momentum use the learning rate that is fastest on a bowl with these curvatures, "
                + $"Nesterov's rule the one he proved a bound for, and Adam one that was not tuned: "
                + $"its place in this list says nothing about Adam elsewhere."),
        ]);
    }

    private static MarkdownText ValleysCaption(IReadOnlyList<RuleWalk> walks) => MarkdownText.Join(" ",
    [
        MarkdownText.Of(
            $"A learning rate of {walks[0].Path.LearningRate} for all: "
            + $"{string.Join("; ", walks.Select(walk =>
                walk.StepsUntilNear is { } steps
                    ? $"{walk.Rule}: within {LearningRateRegime.Near} of {walk.Place} after {steps} steps"
                    : FormattableString.Invariant($"{walk.Rule}: {walk.LastDistance:0.###} from {walk.Place} after ")
                        + FormattableString.Invariant($"{walk.Path.Points.Count - 1} steps")))}"
            + $"."),
        walks[0].Place == "the saddle"
            ? MarkdownText.Of(
                $"Exactly on the ridge nothing pushes sideways, and descent ends on the saddle; "
                + $"{FormattableString.Invariant($"{Math.Abs(walks[1].Path.Points[0][0])}")} beside it, "
                + $"it {(walks[1].Place == "the saddle" ? "has not left the saddle yet" : "leaves")}.")
            : MarkdownText.Empty,
    ]);

    private static MarkdownText Conclusion(DescentFindings findings, Measurements measurements) => findings.PathDifference <= Rounding
        ? MarkdownText.Of(
            $"{(findings.LimitDecides
                ? "Less than 2/λmax times the slope: every path below that limit ended closer to the minimum than "
                    + "it began, and every path above it further away."
                : "Less than 2/λmax times the slope, according to theory; not all the paths above obey it.")}")
        : MarkdownText.Of(
            $"The paths differ from the closed form θ* + (I − ηA)ᵏ(θ₀ − θ*) by up to "
            + $"{measurements["descent.path_difference"]}, more than rounding explains: "
            + $"the trainer, the gradient or the formula is wrong.");
}
