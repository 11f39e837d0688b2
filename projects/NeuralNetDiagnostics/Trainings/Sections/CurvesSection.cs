using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>How the training went, in curves.</summary>
internal static class CurvesSection
{
    public static Section Of(TrainFindings findings, Measurements measurements)
    {
        bool isWatched = findings.Data.ValidationRows > 0;
        List<Block> blocks =
        [
            new FigureBlock(
                TrainingCurvesFigure.Draw(
                    "losses", "mean loss of a row", isWatched
                        ? [findings.TrainingLoss, findings.ValidationLoss]
                        : [findings.TrainingLoss]),
                isWatched
                    ? MarkdownText.Of($"The loss after each epoch, of training and of validation rows, measured alike. Curves that part "
                        + $"show what was learnt of the training rows alone.")
                    : MarkdownText.Of($"The loss of the training rows after each epoch. No rows were kept for validation.")).Told(),
            new FigureBlock(
                TrainingCurvesFigure.Draw("gradient-norm", "length of the gradient", [findings.History.Curve("gradient_norm")]),
                $"The gradient before each step, before any clipping. A length of 0 means that nothing is learnt any more."),
        ];
        return new Section("How did the training go?", blocks, Conclusion(findings, measurements));
    }

    private static MarkdownText Conclusion(TrainFindings findings, Measurements measurements)
    {
        MarkdownText loss = MarkdownText.Of($"The training {findings.History.Ending}; the training loss is {measurements["train.loss"]}");
        return findings.Data.ValidationRows == 0
            ? MarkdownText.Of($"{loss}. Without validation rows nothing can be said of new ones.")
            : MarkdownText.Of($"{loss}, the validation loss {measurements["validation.loss"]}{Lowest(measurements)}.");
    }

    private static MarkdownText Lowest(Measurements measurements) =>
        measurements.FirstOrDefault(one => one.Id == "validation.least_loss") is { } least
            ? MarkdownText.Of($" (at its lowest {least.ValueText}, {least.How.Split(',')[0]})")
            : MarkdownText.Empty;
}
