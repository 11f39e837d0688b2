using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>What the threshold makes of the scores.</summary>
internal static class FlagsSection
{
    public static Section Of(BinaryScores scores, ConfusionMatrix calls, Measurements measurements)
    {
        double majority = Math.Max(calls.Positives, calls.Negatives) / (double)calls.Rows;
        return new Section(
            "What does the threshold do?",
            [
                new FigureBlock(
                    ConfusionMatrixFigure.Draw(calls, scores.PositiveWords, scores.NegativeWords),
                    $"With a threshold of {scores.Threshold:0.######}, "
                    + $"{calls.TruePositives:#,0} of {calls.Positives:#,0} positive rows are found, "
                    + $"{calls.FalsePositives:#,0} of {calls.Negatives:#,0} others flagged needlessly."),
                new Paragraph(
                    $"Accuracy, {measurements["accuracy"]}, has to be compared with {majority:0.000}, "
                    + $"the accuracy of always predicting the larger class. "
                    + $"Recall and precision pull against each other: a lower threshold finds more and raises more "
                    + $"false alarms. "
                    + $"Which trade is worth it depends on costs, not on a metric."),
            ],
            MarkdownText.Of($"Recall {measurements["recall"]}; precision {measurements["precision"]}."));
    }
}
