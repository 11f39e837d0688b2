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
                    $"With all {findings.Data.Training.Rows} training rows the net of {Units(findings)} hidden units "
                    + $"is not starved as above. Does it want a penalty on its weights, or dropout? "
                    + $"Each strength with {seeds} seeds, {findings.Options.RegularisationEpochs} epochs, "
                    + $"at the rate of {findings.Tuned.Rate:0.####}; judged by the least validation loss of an epoch."),
                new FigureBlock(
                    StrengthFigure.Draw("regularisation-penalty", "penalty λ", Points(brakes.Penalties), brakes.PenaltyReading.Best),
                    $"Penalty λ/2 |W|²: a dot per seed, a line through the means. To the right the net is held back "
                    + $"from its own training rows; validation loss says from where on that costs."),
                new Paragraph($"{brakes.PenaltyReading.Reason}"),
                new FigureBlock(
                    StrengthFigure.Draw("regularisation-dropout", "dropout p", Points(brakes.Dropouts), brakes.DropoutReading.Best),
                    $"Dropout: in each step a share p of the hidden units is silenced, "
                    + $"and the others are scaled by 1/(1 − p). The training loss is that of the thinned nets."),
                new Paragraph($"{brakes.DropoutReading.Reason}"),
            ],
            $"{Verdict("penalty", brakes.PenaltyReading)} {Verdict("dropout", brakes.DropoutReading)}");
    }

    private static string Units(NetFindings findings) => string.Join(" and ", findings.Tuned.Hidden);

    private static string Verdict(string what, StrengthSweepReading reading) => reading.Best switch
    {
        null => $"No {what} can be recommended: every training diverged.",
        0 => $"No {what} at all did best.",
        { } strength when reading.IsBetter =>
            FormattableString.Invariant($"A {what} of {strength:0.#####} is better than none ")
            + "by more than seeds differ.",
        { } strength => FormattableString.Invariant($"A {what} of {strength:0.#####} did best, but not by more than seeds differ."),
    };

    private static IReadOnlyList<StrengthPoint> Points(StrengthSweep sweep) =>
    [.. sweep.Trials.GroupBy(trial => trial.Strength).Select(strength => new StrengthPoint(
        strength.Key,
        [.. strength.Select(trial => trial.TrainingLoss).OfType<double>()],
        [.. strength.Select(trial => trial.ValidationLoss).OfType<double>()]))];
}
