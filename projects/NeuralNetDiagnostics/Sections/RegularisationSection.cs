using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>Whether a brake helps on all rows.</summary>
internal static class RegularisationSection
{
    public static Section Of(NetFindings findings)
    {
        RegularisationFindings brakes = findings.Regularisation;
        int seeds = brakes.Penalties.Trials.Select(trial => trial.Seed).Distinct().Count();
        return new Section(
            "How much regularisation?",
            [
                new Paragraph(
                    $"All {findings.Data.Training.Rows} training rows now, and the net of {Units(findings)} hidden units. "
                    + $"Does it need a penalty on its weights, or dropout? "
                    + $"Each strength with {seeds} seeds, {findings.Options.RegularisationEpochs} epochs, "
                    + $"at a learning rate of {findings.Tuned.LearningRate:0.####}; judged by the lowest validation loss of "
                    + $"any epoch."),
                new FigureBlock(
                    StrengthFigure.Draw("regularisation-penalty", "penalty λ", Points(brakes.Penalties), brakes.PenaltyReading.Best),
                    $"Penalty λ/2 |W|²: a dot per seed, a line through the means. Further right the net is held "
                    + $"back more "
                    + $"from fitting its training rows; the validation loss shows where that starts to hurt. "
                    + $"Both losses are measured without the penalty."),
                new Paragraph($"{brakes.PenaltyReading.Reason}"),
                new FigureBlock(
                    StrengthFigure.Draw("regularisation-dropout", "dropout p", Points(brakes.Dropouts), brakes.DropoutReading.Best),
                    $"Dropout: in each step a share p of the hidden units is silenced, "
                    + $"and the others are scaled by 1/(1 − p). Both losses are measured with all units."),
                new Paragraph($"{brakes.DropoutReading.Reason}"),
            ],
            $"{Verdict("penalty", brakes.PenaltyReading)} {Verdict("dropout", brakes.DropoutReading)}");
    }

    private static string Units(NetFindings findings) => string.Join(" and ", findings.Tuned.Hidden);

    private static string Verdict(string what, StrengthSweepReading reading) => reading.Best switch
    {
        null => $"No {what} can be recommended: every training diverged.",
        0 => $"No {what} at all was best.",
        { } strength when reading.IsBetter =>
            FormattableString.Invariant($"A {what} of {strength:0.#####} is better than none ")
            + "by more than the difference between seeds.",
        { } strength => FormattableString.Invariant($"A {what} of {strength:0.#####} was best, ")
            + "but not by more than the difference between seeds.",
    };

    private static IReadOnlyList<StrengthPoint> Points(StrengthSweep sweep) =>
    [.. sweep.Trials.GroupBy(trial => trial.Strength).Select(strength => new StrengthPoint(
        strength.Key,
        [.. strength.Select(trial => trial.TrainingLoss).OfType<double>()],
        [.. strength.Select(trial => trial.ValidationLoss).OfType<double>()]))];
}
