using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Scores.Sections;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What the page about several classes says.</summary>
internal static class ClassScoresReport
{
    private const int MaxClasses = 30;

    public static ProjectResult Of(ClassScores scores)
    {
        Measurements measurements = ScoresMeasurements.Of(scores);
        MulticlassMetrics metrics = scores.Intervals.Metrics;
        List<Block> blocks =
        [
            .. MetricsSection.TrainingRows(scores.Table),
            .. ScoreRemarks.Of(scores.Table, []),
            .. GroupCautions.Of(scores.GroupLike),
            new Paragraph(
                $"The class with the highest probability is predicted. **Macro** gives each class the same weight, "
                + $"**weighted** each row; where classes differ in size, the two can differ a lot."),
            new Table(
                scores.Groups is { } groups
                    ? MarkdownText.Of(
                        $"95 % intervals for other groups of the same kind (`--group`): there are {groups.Count:#,0} of them, and all "
                        + $"rows of one count together.")
                    : MarkdownText.Of(
                        $"95 % intervals: Wilson's for accuracy; a bootstrap of the counts for what follows from the confusion "
                        + $"matrix; the normal distribution of a mean for log loss."),
                ["Metric", "Value"],
                [.. measurements.Where(measurement => measurement.Id != "rows").Select(measurement =>
                    (IReadOnlyList<MarkdownText>)[measurement.Label, MarkdownText.Of($"{measurement}")])]),
            new FigureBlock(
                ConfusionMatrixFigure.Draw(scores.Classes, [.. Enumerable.Range(0, metrics.Classes).Select(label =>
                    Enumerable.Range(0, metrics.Classes).Select(call => metrics.Count(label, call)).ToArray())],
                    "confusion"),
                $"Rows are the true class, columns the predicted class; the diagonal is right."),
        ];
        if (scores.Classes.Count <= MaxClasses)
        {
            blocks.Add(new Table(
                $"Class by class, this class against the rest.", ["Class", "Rows", "Recall", "Precision"],
                [.. scores.Classes.Select((name, label) => Row(name, scores.PerClass[label]))]));
        }
        var section = new Section("How good are the predictions?", blocks, MarkdownText.Of(
            $"{measurements["accuracy"].OfCount(scores.Table.Rows, "rows")} are predicted correctly; "
            + $"the mean F1 of the classes is {measurements["macro_f1"]}."));
        var report = new Report(
            "What these scores are worth", MarkdownText.Of(
                $"{ScoreRemarks.Before(scores.Table)}{scores.Table.Rows:#,0} rows of *{scores.Table.Name}* in {scores.Classes.Count} "
                    + $"classes: "
                + $"an accuracy of {measurements["accuracy"]}."),
            [section]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["accuracy", "macro_f1"],
            Spoken =
            [
                .. SpokenTable.Of([.. measurements]), .. ScoreRemarks.Lines(scores.Table, []), .. GroupCautions.Lines(scores.GroupLike),
            ],
            Documents = [new("metrics.json", measurements.ToArray())],
        };
    }

    private static IReadOnlyList<MarkdownText> Row(string name, ClassRates rates) =>
    [
        MarkdownText.Of($"{name}"), $"{rates.Calls.Positives:#,0}", Cells.Short(rates.Recall), Cells.Short(rates.Precision),
    ];
}
