using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.EvaluationPack.Evaluate.Sections;
using MlMaths.Torch.EvaluationPack.Scores.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What the page about several classes says.</summary>
internal static class ClassScoresReport
{
    private const int MostClasses = 30;

    public static ProjectResult Of(ClassScores scores)
    {
        Measurements measurements = ScoresMeasurements.Of(scores);
        MulticlassMetrics metrics = scores.Intervals.Metrics;
        List<Block> blocks =
        [
            .. MetricsSection.TrainingRows(scores.Table),
            new Paragraph(
                $"The class of the highest probability is called. **Macro** gives each class the same weight, "
                + $"**weighted** each row; where classes differ in size, the two tell different stories."),
            new Table(
                $"95 % intervals: accuracy after Wilson, what the confusion matrix decides by a bootstrap of its "
                + $"counts, log loss by the normal distribution of a mean.",
                ["Metric", "Value"],
                [.. measurements.Where(measurement => measurement.Id != "rows").Select(measurement =>
                    (IReadOnlyList<MarkdownText>)[measurement.Label, MarkdownText.Of($"{measurement}")])]),
            new FigureBlock(
                ConfusionMatrixFigure.Draw(scores.Classes, [.. Enumerable.Range(0, metrics.Classes).Select(label =>
                    Enumerable.Range(0, metrics.Classes).Select(call => metrics.Count(label, call)).ToArray())],
                    "confusion"),
                $"Rows are what it is, columns what it was called; the diagonal is right."),
        ];
        if (scores.Classes.Count <= MostClasses)
        {
            blocks.Add(new Table(
                $"Class by class, this class against the rest.", ["Class", "Rows", "Recall", "Precision"],
                [.. scores.Classes.Select((name, label) => Row(name, scores.Rates[label]))]));
        }
        var section = new Section("How good are the calls?", blocks, MarkdownText.Of(
            $"{measurements["accuracy"]} of the rows are called rightly; "
            + $"the mean F1 of the classes is {measurements["macro_f1"]}."));
        var report = new Report(
            "What these scores are worth", MarkdownText.Of(
                $"{scores.Table.Rows:#,0} rows of *{scores.Table.Name}* in {scores.Classes.Count} classes: "
                + $"an accuracy of {measurements["accuracy"]}."),
            [section]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["accuracy", "macro_f1"],
            Spoken = [.. SpokenTable.Of([.. measurements])],
            Documents = [new("metrics.json", measurements.ToArray())],
        };
    }

    private static IReadOnlyList<MarkdownText> Row(string name, ClassRates rates) =>
    [
        MarkdownText.Of($"{name}"), $"{rates.Calls.Positives:#,0}", Cells.Short(rates.Recall), Cells.Short(rates.Precision),
    ];
}
