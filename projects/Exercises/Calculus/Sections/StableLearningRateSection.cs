using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>Whether the curvature says beforehand which rate diverges.</summary>
internal static class StableLearningRateSection
{
    public static Section Of(StableLearningRateFindings findings, Measurements measurements)
    {
        StabilitySurvey survey = findings.Survey;
        return new Section(
            "Can the largest stable learning rate be known in advance?",
            [
                new Paragraph(
                    $"The limit 2/λmax needs the largest curvature, an eigenvalue of the Hessian. The Hessian of a net "
                    + $"is too large to write down; but its product with a vector costs about two gradients, "
                    + $"and repeating it finds the eigenvalue: v ← Hv/‖Hv‖ turns towards the direction that "
                    + $"curves most."),
                new Paragraph(
                    $"Prediction and trial are independent. The prediction is 2/λmax from those products alone. The trial is a "
                    + $"bisection over learning rates: descents of up to {findings.Steps} steps on all rows by the suite's trainer. "
                    + $"Each counts as diverged when its loss exceeds its start or is no longer a number. With momentum a stable run "
                    + $"may overshoot first, and its loss may grow to ((1 + β)/(1 − β))² times its start."),
                new FigureBlock(StableLearningRateFigure.Draw("stable-rate", survey), Caption(survey)).Told(),
                new Table(
                    $"Each loss with its curvature; the ratio is tried over predicted, and 1 is a perfect prediction. "
                    + $"The last column is the same net at its initial weights.",
                    ["Loss", "λmax", "2/λmax", "Tried", "Ratio", "Products Hv", "Ratio at initial weights"],
                    [.. survey.Quadratics.Select(trial => Row(trial, null)), .. survey.Nets.Select(net => Row(net.Trained, net.Initial))]),
                .. Held(survey) ? [new Paragraph(Bowls(survey, measurements))] : Array.Empty<Block>(),
                .. Initial(survey),
            ],
            Conclusion(survey, measurements));
    }

    private static IReadOnlyList<MarkdownText> Row(StabilityTrial trial, StabilityTrial? initial) =>
    [
        trial.Name, $"{trial.Curvature.Value}", Number(trial.Predicted), Number(trial.Observed.Value),
        Number(trial.Ratio), $"{trial.Curvature.Products}",
        initial is null ? MarkdownText.Empty : Number(initial.Ratio),
    ];

    private static MarkdownText Number(double? number) => number is { } known ? MarkdownText.Of($"{known}") : "none";

    private static MarkdownText Caption(StabilitySurvey survey) => MarkdownText.Join(" ",
    [
        MarkdownText.Of(
            $"In the grey band both agree within a factor of 2: "
            + $"{survey.Quadratics.Count(trial => trial.IsWithinOctave)} of {survey.Quadratics.Count} bowls, "
            + $"{survey.WithMomentum.Count(trial => trial.IsWithinOctave)} of {survey.WithMomentum.Count} of them with "
            + $"momentum and its own limit 2(1 + β)/λmax, and {survey.Nets.Count(net => net.Trained.IsWithinOctave)} "
            + $"of {survey.Nets.Count} nets near a minimum."),
        MarkdownText.Of(
            $"Open triangles are the same nets before training, "
            + $"{survey.Nets.Count(net => net.Initial.IsWithinOctave)} of {survey.Nets.Count} inside."),
    ]);

    // The theory speaks of a minimum; what happens elsewhere is told, whichever way it went.
    private static IEnumerable<Block> Initial(StabilitySurvey survey)
    {
        double[] ratios = [.. survey.Nets.Select(net => net.Initial.Ratio).OfType<double>()];
        if (ratios.Length == 0) yield break;
        int less = ratios.Count(ratio => ratio < 1),
            sharper = survey.Nets.Count(net => net.Trained.Curvature.Value > net.Initial.Curvature.Value);
        double[] edges = [.. survey.Nets.Select(net => net.EdgeShare).OfType<double>().Order()];
        yield return Callout.Caution(
            $"The prediction is for a net near a minimum: trained until the slope ‖∇L‖ was at most "
            + $"{survey.Nets.Max(net => net.GradientNorm):0.0e-0}, then moved by about a ten-thousandth in every "
            + $"weight. From the initial weights the ratio {Span(ratios, "was", "went from")}, "
            + $"below 1 for {less} of {ratios.Length}. There the slope is not zero, and the curvature changes with every step: "
            + $"{sharper} of {survey.Nets.Count} nets were sharper where training ended than where it began. "
            + $"At the initial weights, 2/λmax is a starting point, not a limit.").Folded();
        if (edges.Length > 0)
        {
            yield return new Paragraph(
                $"A descent from the initial weights also influences where it ends up. With nine tenths of the "
                + $"largest rate η that was stable there, λmax at the end, as a share of 2/η, {Span(edges, "was", "was from")}"
                + $"{(edges.Length == 1 ? "" : $", with a median of {edges[edges.Length / 2]:0.00}")}: near 1, a net has moved on until "
                + $"the loss is as sharp as its rate allows, which is called the edge of stability (Cohen et al., 2021).");
        }
    }

    private static MarkdownText Span(double[] numbers, string alone, string from) => numbers.Length == 1
        ? MarkdownText.Of($"{alone} {numbers[0]:0.00}")
        : MarkdownText.Of($"{from} {numbers.Min():0.00} to {numbers.Max():0.00}");

    private static bool Held(StabilitySurvey survey) => survey.Nets.Count > 0
        && survey.Quadratics.All(trial => trial.IsWithinOctave) && survey.Nets.All(net => net.Trained.IsWithinOctave);

    private static MarkdownText Bowls(StabilitySurvey survey, Measurements measurements) => MarkdownText.Of(
        $"Of the bowls, where the limit is a theorem and only the arithmetic is tested, "
        + $"{survey.Quadratics.Count(trial => trial.IsWithinOctave)} of {survey.Quadratics.Count} were within that factor; the worst "
        + $"factor of all was {measurements["stable.worst_ratio"]}.");

    private static MarkdownText Conclusion(StabilitySurvey survey, Measurements measurements)
    {
        MarkdownText ofNets = survey.Nets.Count == 0
            ? MarkdownText.Of($"No net was tried.")
            : MarkdownText.Of(
                $"2/λmax predicted the largest stable rate within a factor of 2 for "
                + $"{measurements["stable.nets_within_octave"].OfCount(survey.Nets.Count, "small nets near a minimum")}.");
        return Held(survey)
            ? MarkdownText.Of($"Near a minimum it was, on every loss tried. {ofNets}")
            : MarkdownText.Of($"Not always. {ofNets} {Bowls(survey, measurements)}");
    }
}
