using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>Every metric, with what it says.</summary>
internal static class MetricsSection
{
    public static Section Of(BinaryScores scores, Measurements measurements) => new(
        "What are these scores worth?",
        [
            .. TrainingRows(scores.Table),
            new Paragraph(
                $"{scores.Positive} is the positive label: {measurements["base_rate"]} of the {scores.Table.Rows:#,0} "
                + $"rows have it{LeftOut(scores.Table)}. {Threshold(scores)}"),
            new Table(
                $"Each interval by the method that suits its metric; the list at the end of the page names it.",
                ["Metric", "Value", "In words"],
                [.. MetricWords.All.Select(words => (IReadOnlyList<MarkdownText>)[
                    words.Label, MarkdownText.Of($"{Short(measurements[words.Id])}"), words.Meaning,
                ])]),
            Callout.Note(
                $"An interval says where the number may lie for other rows of the same kind, drawn one by one. "
                + $"Rows that belong together (visits of one patient, frames of one film) are fewer pieces of evidence "
                + $"than they are rows, and these intervals are then too short."),
        ],
        MarkdownText.Of(
            $"Ranking: ROC AUC {measurements["roc_auc"]}, average precision {measurements["average_precision"]}, "
            + $"where chance has 0.5 and {measurements["base_rate"]:value}."));

    /// <summary>A caution where rows that trained are among those that are measured.</summary>
    public static IEnumerable<Block> TrainingRows(ScoreTable table)
    {
        if (table.Parts.Count > 1
            && table.Columns.OnlyColumn is null
            && table.Parts.Any(part => part.StartsWith("train", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Callout.Caution(
                $"The column split says that some of these rows trained the model. "
                + $"Their scores flatter: measure test rows alone with `--only split=test`.");
        }
        else if (table.Parts.Count == 1 && table.Parts[0].StartsWith("train", StringComparison.OrdinalIgnoreCase))
        {
            yield return Callout.Caution(
                $"These rows trained the model, says the column split: how good it is on others, they cannot tell.");
        }
    }

    private static MarkdownText LeftOut(ScoreTable table) => table.Columns is { OnlyColumn: { } column, OnlyValue: { } value }
        ? MarkdownText.Of($" (of {table.RowsInFile:#,0} in the file those with {column} = {value})")
        : MarkdownText.Empty;

    private static MarkdownText Threshold(BinaryScores scores) => scores.Threshold is double threshold
        ? MarkdownText.Of(
            $"A score of at least {threshold:0.######} is called positive (`--threshold`). "
            + $"It is taken as given: one that was chosen on these very rows flatters.")
        : MarkdownText.Of(
            $"Nobody said from which score on a row is called (`--threshold`), "
            + $"and scores outside 0 to 1 have no natural one: metrics of calls are not defined.");

    private static MarkdownText Short(Measurement measurement) => measurement.RangeText.Length > 0
        ? MarkdownText.Of($"{measurement.ValueText} ({measurement.RangeText})")
        : MarkdownText.Of($"{measurement.ValueText}");
}
