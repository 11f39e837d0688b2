using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Scores.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What the page about one column of scores says.</summary>
internal static class BinaryScoresReport
{
    public static ProjectResult Of(BinaryScores scores)
    {
        Measurements measurements = ScoresMeasurements.Of(scores);
        List<Section> sections = [MetricsSection.Of(scores, measurements), RankingSection.Of(scores, measurements)];
        if (scores.AtThreshold is ConfusionMatrix calls) sections.Add(FlagsSection.Of(scores, calls, measurements));
        sections.Add(ProbabilitiesSection.Of(scores, measurements));
        var report = new Report(
            "How good these scores are",
            MarkdownText.Of(
                $"{ScoreRemarks.Before(scores.Table)}The scores in {scores.Column} rank {scores.Table.Rows:#,0} rows of "
                + $"*{scores.Table.Name}*, {scores.Counts.Positives:#,0} of them **{scores.PositiveWords}**, with a ROC AUC of "
                + $"{measurements["roc_auc"]}: the share of pairs in which the positive row scores higher, where a tie counts one half. "
                + $"{scores.Why}"),
            sections);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["roc_auc", "average_precision"],
            Spoken =
            [
                .. SpokenTable.Of([.. measurements]), .. ScoreRemarks.Lines(scores.Table, [scores]),
                .. GroupCautions.Lines(scores.GroupLike),
                .. scores.Turned is { } turned ? ["The scores rank the wrong way round; if they speak of the other label:",
                    $"  {turned}"] : (string[])[],
            ],
            Documents = [new("metrics.json", measurements.ToArray())],
        };
    }
}
