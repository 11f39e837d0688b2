using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>Descent at three rates, and Newton beside it.</summary>
internal static class LearningRatesSection
{
    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        LearningRateComparison rates = findings.LearningRates;
        HistoryRow[] history = [.. rates.Runs.SelectMany(run => run.History.Rows), .. rates.Newton.Rows];
        RateRun safe = rates.Runs[1];
        return new Section(
            "What does the learning rate do, and why does Newton need so few steps?",
            [
                new Paragraph(
                    $"Gradient descent, θ ← θ − η∇L, starts from zero weights three times. "
                    + $"The curvature of this loss is nowhere above ℓ, the largest eigenvalue of AᵀA/4n plus λ, "
                    + $"so no step with η below 2/ℓ = {rates.StableBound:0.###} can raise the loss. "
                    + $"The good rate is half of that; the others are far below and far above."),
                new FigureBlock(
                    TrainingCurvesFigure.Draw("loss-by-rate", "loss on the training rows (nats per row)",
                        TrainingCurve.From(history, "loss", "training")),
                    $"Look at the shapes, smallest rate first: {MarkdownText.Join(", ", rates.Runs.Select(Shape))}. "
                    + $"Newton, the short curve at the left, is at its lowest after {rates.Newton.Steps} steps.").Told(),
                new Bullets([.. rates.Runs.Select(run => Reading(run, safe))]),
                new FigureBlock(
                    TrainingCurvesFigure.Draw("gradient-norm-by-rate", "gradient norm",
                        TrainingCurve.From(history, "gradient_norm", "training")),
                    $"The slope that is left, ‖∇L‖. Descent at a good rate ends up shrinking it by a constant factor "
                    + $"per step, "
                    + $"a straight line on this scale; Newton's curve bends downwards, "
                    + $"since each of its last steps doubles the number of correct digits."),
                new Paragraph(
                    $"Newton fits a parabola to the loss where it stands and goes to that parabola's lowest point, "
                    + $"so it divides each direction by its own curvature: "
                    + $"{measurements["newton.steps"]} instead of hundreds. Descent has one rate for all directions, "
                    + $"which the steepest one limits and the flattest one suffers from. "
                    + $"The price is a system of {findings.Data.Rows.Columns + 1} equations per step, "
                    + $"cheap here but out of reach for a network with millions of weights."),
            ],
            $"Newton is at a loss of {rates.LowestLoss:0.0000} after {rates.Newton.Steps} steps, and descent at the safe rate, "
            + $"{safe.LearningRate}, at {safe.Reading.FinalLoss:0.0000} in the last of {safe.History.Steps}: a rate alone does "
            + $"not know how much "
            + $"each direction curves.");
    }

    private static MarkdownText Shape(RateRun run) => run.Reading.Verdict switch
    {
        LearningRateVerdict.TooSmall => MarkdownText.Of($"{run.LearningRate} is still on its way down"),
        LearningRateVerdict.Good => MarkdownText.Of($"{run.LearningRate} falls and flattens"),
        LearningRateVerdict.TooLarge => MarkdownText.Of($"{run.LearningRate} jumps"),
        _ => MarkdownText.Of($"{run.LearningRate} leaves every scale"),
    };

    // A rate above 2/ℓ may land lower by luck of its jumps; it is not called good for that.
    private static MarkdownText Luck(RateRun run, RateRun safe) => run.Reading.FinalLoss < safe.Reading.FinalLoss
        ? MarkdownText.Of(
            $" It ends at {run.Reading.FinalLoss:0.0000}, below the safe rate's {safe.Reading.FinalLoss:0.0000}, as its steps are "
            + $"longer and the jumps happened to die down; above 2/ℓ nothing promises that.")
        : MarkdownText.Empty;

    private static MarkdownText Reading(RateRun run, RateRun safe)
    {
        MarkdownText start = $"**η = {run.LearningRate}**: ";
        LearningRateReading reading = run.Reading;
        MarkdownText rest = reading.Verdict switch
        {
            LearningRateVerdict.TooSmall => MarkdownText.Of(
                $"too small. Every step goes down, but after {reading.Steps} of them only "
                + $"{100 * (reading.WayMade ?? 0):0} % of the way to the optimum is covered."),
            LearningRateVerdict.Good when reading.WayMade is { } made => MarkdownText.Of(
                $"good. The loss went up at {reading.Rises} of {reading.Steps} steps, "
                + $"and {100 * made:0.0} % of the way to the optimum is covered."),
            LearningRateVerdict.Good => MarkdownText.Of($"nothing to do: the start is the optimum."),
            LearningRateVerdict.TooLarge => MarkdownText.Of(
                $"too large. The loss went up at {reading.Rises} of {reading.Steps} steps: "
                + $"a step lands on the other side of the valley, and higher.{Luck(run, safe)}"),
            LearningRateVerdict.Diverged =>
                MarkdownText.Of($"far too large. After {reading.Steps} steps the loss was no longer a finite number."),
        };
        return MarkdownText.Of($"{start}{rest}");
    }
}
