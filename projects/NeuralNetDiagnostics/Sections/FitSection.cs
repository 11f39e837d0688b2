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
                    + $"the second starts from the same weights and has a penalty of {FitFindings.CurePenalty}, "
                    + $"dropout of {FitFindings.CureDropout} and early stopping; the third has only "
                    + $"{FitFindings.UnderfitUnits} hidden units and a penalty of {FitFindings.UnderfitPenalty}."),
                .. fits.Trainings.Select(fit => new FigureBlock(
                    FitCurvesFigure.Draw($"fit-{fit.Name}", $"{fit.Name} net", fit.History, range), Caption(fit, fits, chance))),
                .. Doubt(measurements["overfit.gap"]),
                new Table(
                    $"How the three ended: losses in nats per row, and accuracy. Guessing at random has a loss of "
                    + $"{chance:0.000}.",
                    ["Net", "Training loss", "Validation loss", "Gap", "Training accuracy", "Validation accuracy"],
                    [.. fits.Trainings.Select(Row)]),
                new Bullets(
                    $"**Signs of overfitting:** a training loss of {fits.Overfit.TrainingLoss:0.0000} beside a "
                    + $"validation loss of {fits.Overfit.ValidationLoss.Value:0.000}; "
                    + $"{fits.Overfit.TrainingAccuracy:P0} right on rows it has seen and "
                    + $"{fits.Overfit.ValidationAccuracy:P0} on others. {Turn(fits.Overfit)}",
                    $"**What helped:** the same net with penalty, dropout and early stopping has a gap of "
                    + $"{measurements["cured.gap"]} instead of {measurements["overfit.gap"]}. "
                    + $"{Saved(measurements["cured.saved"])}",
                    $"**Signs of underfitting:** a training loss of {measurements["underfit.training_loss"]:value}, "
                    + $"on the very rows it learns from, {Underfit(fits)}. The first net, with more units and without "
                    + $"a penalty, reaches {fits.Overfit.TrainingLoss:0.0000} on the same rows."),
            ],
            $"The gap between the two losses reveals overfitting: "
            + $"{measurements["overfit.gap"]} without regularisation, "
            + $"{measurements["cured.gap"]} with it. A high training loss reveals underfitting: "
            + $"{measurements["underfit.training_loss"]:value} with {FitFindings.UnderfitUnits} units.");
    }

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
        "overfit" =>
            $"Overfitted: the training loss falls to {fit.TrainingLoss:0.0000}, "
            + $"the validation loss stays at {fit.ValidationLoss.Value:0.00}. {Turn(fit)}",
        "cured" =>
            $"Cured: {Closer(fits)} The best epoch's weights are kept. "
            + $"The training loss is that with dropout at work, so it may lie above the validation loss.",
        _ =>
            $"Underfitted: after {fit.History.Steps:#,0} steps the training loss is still "
            + $"{fit.TrainingLoss / chance:0.00} of the loss of random guessing, on the very rows it learns from.",
    };

    private static string Closer(FitFindings fits) => fits.Cured.Gap.Value < fits.Overfit.Gap.Value
        ? FormattableString.Invariant($"the gap is {fits.Cured.Gap.Value:0.000} in place of {fits.Overfit.Gap.Value:0.000}.")
        : FormattableString.Invariant($"the gap is {fits.Cured.Gap.Value:0.000}, no smaller than ")
            + FormattableString.Invariant($"{fits.Overfit.Gap.Value:0.000}: on these rows regularisation does not help.");

    private static string Turn(FitTraining fit) =>
        fit.TurningEpoch is { } epoch && fit.LastValidation > FitTraining.Rise * fit.LowestValidation
            ? FormattableString.Invariant($"The validation loss was lowest after epoch {epoch}, ")
                + FormattableString.Invariant($"at {fit.LowestValidation:0.000}, and rose to {fit.LastValidation:0.000} ")
                + "while the training loss kept falling."
            : "";

    private static string Underfit(FitFindings fits) => fits.Underfit.Gap.Low <= fits.Overfit.Gap.Low
        ? FormattableString.Invariant($"and a gap of only {fits.Underfit.Gap.Value:0.000}")
        : "and the gap is not what matters here";

    private static MarkdownText Saved(Measurement saved) => saved switch
    {
        { Low: > 0 } => MarkdownText.Of($"On the same validation rows that saves {saved}."),
        { High: < 0 } => MarkdownText.Of($"On the same validation rows it makes the loss worse, though: it saves "
            + $"{saved}. The regularisation was too strong here."),
        _ => MarkdownText.Of(
            $"On the same validation rows it saves {saved}: "
            + $"the interval includes zero, {NotEnough.ToSay(saved, "whether the cure predicts better", "saving")}."),
    };

    private static IReadOnlyList<MarkdownText> Row(FitTraining fit) =>
    [
        fit.Name, $"{fit.TrainingLoss:0.0000}", $"{fit.ValidationLoss.Value:0.000}", $"{fit.Gap.Value:0.000}",
        $"{fit.TrainingAccuracy:P1}", $"{fit.ValidationAccuracy:P1}",
    ];
}
