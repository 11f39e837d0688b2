using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>How well the scores put positive rows above negative ones.</summary>
internal static class RankingSection
{
    // More points than a screen has pixels across are not seen.
    private const int MaxPoints = 4000, MaxDrawn = 200_000;

    public static Section Of(BinaryScores scores, Measurements measurements)
    {
        ThresholdCounts thinned = scores.Counts.Thinned(MaxPoints);
        OperatingPoint? chosen = scores.AtThreshold is ConfusionMatrix calls ? new(scores.Threshold!.Value, calls) : null;
        (bool[] labels, double[] drawn, bool isSample) = Sample(scores);
        return new Section(
            "How well do they rank?",
            [
                .. Turned(scores),
                new FigureBlock(
                    ScoreHistogramFigure.Draw(labels, drawn, scores.Threshold, scores.Positive, scores.Negative),
                    $"Where the scores of both classes lie{Drawn(isSample, drawn.Length)}. "
                    + $"The less the two histograms overlap, the better any threshold can do."),
                new FigureBlock(RocFigure.Draw(RocCurve.From(thinned), scores.Intervals[BinaryMetric.RocArea], chosen),
                    $"Each point is a threshold. "
                    + $"The area is the chance that a positive row scores above a negative one."),
                new FigureBlock(
                    PrecisionRecallFigure.Draw(PrecisionRecallCurve.From(thinned), scores.Intervals[BinaryMetric.AveragePrecision], chosen),
                    $"The same thresholds, seen from the flagged rows: where positives are rare, this curve shows "
                    + $"what the ROC curve hides."),
            ],
            Conclusion(scores, measurements));
    }

    private static IEnumerable<Block> Turned(BinaryScores scores)
    {
        if (scores.Turned is not { } command) yield break;
        yield return Callout.Caution(
            $"**The scores rank the wrong way round.** They seem to speak of the other label, {scores.Negative}; if they do, type:");
        yield return new CodeBlock(command, "text");
    }

    private static (bool[] Labels, double[] Scores, bool IsSample) Sample(BinaryScores scores)
    {
        int stride = (scores.Scores.Length + MaxDrawn - 1) / MaxDrawn;
        return stride <= 1
            ? (scores.Labels, scores.Scores, false)
            : ([.. Every(scores.Labels, stride)], [.. Every(scores.Scores, stride)], true);
    }

    private static IEnumerable<T> Every<T>(T[] all, int stride)
    {
        for (int row = 0; row < all.Length; row += stride)
            yield return all[row];
    }

    private static MarkdownText Drawn(bool isSample, int rows) =>
        isSample ? MarkdownText.Of($" (evenly thinned, {rows:#,0} rows in all)") : MarkdownText.Empty;

    private static MarkdownText Conclusion(BinaryScores scores, Measurements measurements) => scores.Intervals[BinaryMetric.RocArea] switch
    {
        { High: < 0.5 } => MarkdownText.Of(
            $"The ROC area is below one half, {measurements["roc_auc"]}: the scores rank the wrong way round. "
            + $"Are they scores for {scores.Negative}? Then say so with `--positive`."),
        { Low: > 0.5 } => MarkdownText.Of($"The scores rank better than chance: a ROC area of {measurements["roc_auc"]}."),
        { HasEnds: true } => MarkdownText.Of(
            $"These rows do not show that the scores rank better than chance: "
            + $"a ROC area of {measurements["roc_auc"]}."),
        _ => MarkdownText.Of($"The ROC area is {measurements["roc_auc"]}, and these rows allow no interval for it."),
    };
}
