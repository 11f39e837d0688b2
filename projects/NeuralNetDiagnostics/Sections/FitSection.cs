using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>Too much, too little, about right.</summary>
internal static class FitSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        FitFindings fits = findings.Fits;
        double chance = findings.Preflight.LossOfChance;
        (double Low, double High)? range = fits.Range;
        return new Section(
            "What do overfitting and underfitting look like?",
            [
                new Paragraph(
                    $"Made on purpose, with {fits.FewRows} training rows. The first net has no regularisation at all; "
                    + $"the second starts from the same weights and has a penalty of {FitFindings.StrongPenalty}, "
                    + $"dropout of {FitFindings.StrongDropout} and early stopping; the third has only "
                    + $"{FitFindings.UnderfitUnits} hidden units and a penalty of {FitFindings.UnderfitPenalty}."),
                .. fits.Trainings.Select(fit => new FigureBlock(
                    FitCurvesFigure.Draw($"fit-{fit.Name}", $"{fit.Name} net", fit.History, range), Caption(fit, fits, chance))
                    .Told(fit == fits.Overfit)),
                .. Doubt(measurements["overfit.gap"]),
                new Table(
                    $"How the three ended: losses in nats per row, and accuracy. Guessing at random has a loss of "
                    + $"{chance:0.000}.",
                    ["Net", "Training loss", "Validation loss", "Gap", "Training accuracy", "Validation accuracy"],
                    [.. fits.Trainings.Select(Row)]),
                new Bullets(
                    $"**Signs of overfitting:** a training loss of {NumberText.NeverZero(fits.Overfit.TrainingLoss)} beside a "
                    + $"validation loss of {fits.Overfit.ValidationLoss.Value:0.000}; "
                    + $"{fits.Overfit.TrainingAccuracy:P1} right on rows it has seen and "
                    + $"{fits.Overfit.ValidationAccuracy:P1} on others. {Turn(fits.Overfit)}",
                    $"**{(fits.Cure == FitCure.Cured ? "What helped" : "What was tried against it")}:** the same net with "
                    + $"penalty, dropout and early stopping has a gap of "
                    + $"{measurements["cured.gap"]} instead of {measurements["overfit.gap"]}. "
                    + $"{Saved(fits, measurements["cured.saved"])} {Flattered(fits)}",
                    $"**{(Underfits(fits, chance) ? "Signs of underfitting" : "What was to underfit")}:** a training loss of "
                    + $"{NumberText.NeverZero(fits.Underfit.TrainingLoss)} nats per row, on the very rows it learns from, "
                    + $"{Underfit(fits, chance)}. The first net, with more units and without a penalty, reaches "
                    + $"{NumberText.NeverZero(fits.Overfit.TrainingLoss)} on the same rows."),
            ],
            $"The gap between the two losses reveals overfitting: "
            + $"{measurements["overfit.gap"]} without regularisation, "
            + $"{measurements["cured.gap"]} with it. A high training loss reveals underfitting: with {FitFindings.UnderfitUnits} units "
            + $"it is {measurements["underfit.training_loss"]:value}{(Underfits(fits, chance) ? "" : ", which is not high enough here")}.");
    }

    private static bool Underfits(FitFindings fits, double chance) => fits.Underfit.Faults(chance).Contains(FitTraining.Underfitting);

    private static string Found(FitFindings fits, double chance) => fits.Underfit.Faults(chance) is { Count: > 0 } faults
        ? string.Join(", ", faults)
        : "no fault in it";

    private static IEnumerable<Block> Doubt(Measurement gap)
    {
        if (gap.Low is not > 0)
        {
            yield return Callout.Caution(
                $"On these rows the net without regularisation hardly overfits: its gap is {gap}, "
                + $"and its interval includes zero. The signs below are faint, and there is little to cure.");
        }
    }

    private static MarkdownText Caption(FitTraining fit, FitFindings fits, double chance) => fit.Name switch
    {
        "overfit" => MarkdownText.Of(
            $"Overfitted: the training loss falls to {NumberText.NeverZero(fit.TrainingLoss)}, "
            + $"the validation loss ends at {fit.ValidationLoss.Value:0.000}. {Turn(fit)}"),
        "regularised" => MarkdownText.Of(
            $"{Verdict(fits)}: with the weights of the best epoch, {fit.TurningEpoch}, which are kept, {Closer(fits)} "
            + $"After the last epoch, where the bracket stands, it was {fit.LastGap:0.000}. "
            + $"Both losses are measured alike, without penalty and with all units."),
        _ => MarkdownText.Of(
            $"{(Underfits(fits, chance) ? "Underfitted" : "Meant to underfit, and not held back enough")}: after "
            + $"{fit.History.Steps:#,0} steps the training loss is {fit.TrainingLoss / chance:0.00} times that of random guessing, on the "
            + $"very rows it learns from.{HeldBack(fits, chance)}"),
    };

    private static MarkdownText HeldBack(FitFindings fits, double chance) => Underfits(fits, chance)
        ? MarkdownText.Empty
        : MarkdownText.Of($" The rules below find {Found(fits, chance)}.");

    private static string Verdict(FitFindings fits) => fits.Cure switch
    {
        FitCure.Cured => "Regularised, with a gain",
        FitCure.LowerLossFewerRight => "Regularised, with a lower loss and fewer rows right",
        FitCure.Worse => "Regularised too much",
        _ => "Regularised, without a gain that these rows show",
    };

    private static MarkdownText Closer(FitFindings fits) => fits.Regularised.Gap.Value < fits.Overfit.Gap.Value
        ? MarkdownText.Of($"the gap is {fits.Regularised.Gap.Value:0.000} in place of {fits.Overfit.Gap.Value:0.000}.")
        : MarkdownText.Of($"the gap is {fits.Regularised.Gap.Value:0.000}, no smaller than {fits.Overfit.Gap.Value:0.000}.");

    private static MarkdownText Turn(FitTraining fit) =>
        fit.TurningEpoch is { } epoch && fit.LastValidation > FitTraining.Rise * fit.LowestValidation
            ? MarkdownText.Of(
                $"The validation loss was lowest after epoch {epoch}, at {fit.LowestValidation:0.000}, and rose to "
                + $"{fit.LastValidation:0.000} while the training loss kept falling.")
            : MarkdownText.Empty;

    private static MarkdownText Underfit(FitFindings fits, double chance) => fits.Underfit.Gap switch
    {
        var gap when !Underfits(fits, chance) => MarkdownText.Of(
            $"beside a gap of {gap.Value:0.000}: two units can learn these rows, and the rules below find {Found(fits, chance)}"),
        { Value: <= 0 } => MarkdownText.Of($"and no gap at all"),
        var gap when gap.Low <= fits.Overfit.Gap.Low => MarkdownText.Of($"and a gap of only {gap.Value:0.000}"),
        _ => MarkdownText.Of($"and the gap is not what matters here"),
    };

    private static MarkdownText Saved(FitFindings fits, Measurement saved) => fits.Cure switch
    {
        FitCure.Cured => MarkdownText.Of($"On the same validation rows that saves {saved}."),
        FitCure.LowerLossFewerRight => MarkdownText.Of(
            $"On the same validation rows that saves {saved}, but {fits.Regularised.ValidationAccuracy:P1} of them are right in place "
            + $"of {fits.Overfit.ValidationAccuracy:P1}: it is less sure of itself and no better at the classes, which is no cure."),
        FitCure.Worse => MarkdownText.Of($"On the same validation rows it makes the loss worse, though: it saves "
            + $"{saved}. The regularisation was too strong here."),
        _ => MarkdownText.Of(
            $"On the same validation rows it saves {saved}: "
            + $"the interval includes zero, {NotEnough.ToSay(saved, "whether it predicts better", "saving")}."),
    };

    // One of the two nets had its epoch chosen on the rows that compare them.
    private static MarkdownText Flattered(FitFindings fits) => MarkdownText.Of(
        $"Its epoch was chosen on these very rows, which flatters it: at its own best epoch the first net had "
        + $"{fits.Overfit.LowestValidation:0.000}.");

    private static IReadOnlyList<MarkdownText> Row(FitTraining fit) =>
    [
        fit.Name, $"{NumberText.NeverZero(fit.TrainingLoss)}", $"{fit.ValidationLoss.Value:0.000}", $"{fit.Gap.Value:0.000}",
        $"{fit.TrainingAccuracy:P1}", $"{fit.ValidationAccuracy:P1}",
    ];
}
