using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>Every metric, with what it says.</summary>
internal static class MetricsSection
{
    public static Section Of(BinaryScores scores, Measurements measurements) => new(
        "How good are these scores?",
        [
            .. TrainingRows(scores.Table),
            .. ScoreRemarks.Of(scores.Table, [scores]),
            .. GroupCautions.Of(scores.GroupLike),
            new Paragraph(
                $"{scores.Why} {measurements["base_rate"].OfCount(scores.Table.Rows, "rows")} have "
                + $"it{LeftOut(scores.Table)}. {Threshold(scores)}"),
            new Table(
                $"Each interval uses the method that suits its metric, named in the list at the end of the page.",
                ["Metric", "Value", "In words"],
                [.. MetricWords.All.Select(words => (IReadOnlyList<MarkdownText>)[
                    words.Label, MarkdownText.Of($"{Short(measurements[words.Id])}"), words.Meaning,
                ])]),
            Callout.Note(scores.Groups is { } groups
                ? MarkdownText.Of(
                    $"An interval says where the number may lie for other groups of the same kind: there are {groups.Count:#,0} of "
                    + $"them, and all rows of one count together.")
                : MarkdownText.Of(
                    $"An interval says where the number may lie for other rows of the same kind, drawn independently. "
                    + $"Rows that belong together (visits of one patient, frames of one film) carry less evidence "
                    + $"than their number suggests, and these intervals are then too short: name their column with `--group`.")),
        ],
        MarkdownText.Of(
            $"Ranking: ROC AUC {measurements["roc_auc"]}, average precision {measurements["average_precision"]}, "
            + $"where chance gives 0.5 and {measurements["base_rate"]:value}."));

    /// <summary>A caution where rows that trained are among those that are measured.</summary>
    public static IEnumerable<Block> TrainingRows(ScoreTable table)
    {
        if (table.Parts.Count > 1
            && table.Columns.OnlyColumn is null
            && table.Parts.Any(part => part.StartsWith("train", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Callout.Caution(
                $"The column split says that some of these rows trained the model. "
                + $"Their scores are too optimistic: measure test rows alone with `--only split=test`.");
        }
        else if (table.Parts.Count == 1 && table.Parts[0].StartsWith("train", StringComparison.OrdinalIgnoreCase))
        {
            yield return Callout.Caution(
                $"According to the column split, these rows trained the model: they cannot tell how good it is on "
                + $"others.");
        }
    }

    /// <summary>Which rows of the file these are, where --only left some out.</summary>
    public static MarkdownText LeftOut(ScoreTable table) => table.Columns is { OnlyColumn: { } column, OnlyValue: { } value }
        ? MarkdownText.Of($" (of {table.RowsInFile:#,0} in the file those with {column} = {value})")
        : MarkdownText.Empty;

    private static MarkdownText Threshold(BinaryScores scores) => scores.Threshold is double threshold
        ? MarkdownText.Of(
            $"A score of at least {threshold:0.######} is flagged positive (`--threshold`). "
            + $"It is taken as given: a threshold chosen on these very rows would look too good.")
        : MarkdownText.Of(
            $"No threshold was given (`--threshold`), "
            + $"and scores outside 0 to 1 have no natural one: metrics that need one are not defined.");

    private static MarkdownText Short(Measurement measurement) => measurement.RangeText.Length > 0
        ? MarkdownText.Of($"{measurement.ValueText} ({measurement.RangeText})")
        : MarkdownText.Of($"{measurement.ValueText}");
}
