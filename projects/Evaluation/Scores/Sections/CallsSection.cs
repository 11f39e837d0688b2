using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>What the threshold makes of the scores.</summary>
internal static class CallsSection
{
    public static Section Of(BinaryScores scores, ConfusionMatrix calls, Measurements measurements)
    {
        double majority = Math.Max(calls.Positives, calls.Negatives) / (double)calls.Rows;
        return new Section(
            "What do the calls do?",
            [
                new FigureBlock(
                    ConfusionMatrixFigure.Draw(calls, scores.Positive, scores.Negative),
                    $"Called from {scores.Threshold:0.######} on: "
                    + $"{calls.TruePositives:#,0} of {calls.Positives:#,0} positive rows are found, "
                    + $"{calls.FalsePositives:#,0} of {calls.Negatives:#,0} others disturbed."),
                new Paragraph(
                    $"Accuracy, {measurements["accuracy"]}, has to be held against {majority:0.0000}, "
                    + $"what calling every row the larger class would give. "
                    + $"Recall and precision pull against each other: a lower threshold finds more and disturbs more. "
                    + $"Which exchange is worth it, costs decide, and no metric."),
            ],
            MarkdownText.Of($"Recall {measurements["recall"]}; precision {measurements["precision"]}."));
    }
}
