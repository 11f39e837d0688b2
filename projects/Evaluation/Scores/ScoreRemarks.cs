using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What has to be known of a file of scores before its numbers are read.</summary>
internal static class ScoreRemarks
{
    private const double Reversed = 0.5;

    /// <summary>For the page: what was done to read the file, and a caution where scores are calls or rows were left out.</summary>
    public static IEnumerable<Block> Of(ScoreTable table, IEnumerable<BinaryScores> models)
    {
        string[] notes = [.. Reading(table)];
        if (notes.Length > 0) yield return new Bullets([.. notes.Select(MarkdownText.Escaped)]);
        if (table.WithoutScore > 0) yield return Callout.Caution(MarkdownText.Of($"{Flattering(table)}"));
        foreach (BinaryScores model in models.Where(model => model.AreCalls))
            yield return Callout.Caution(MarkdownText.Of($"{Calls(model)}"));
    }

    /// <summary>The same for a console.</summary>
    public static IEnumerable<string> Lines(ScoreTable table, IEnumerable<BinaryScores> models) =>
    [
        .. Reading(table), .. table.WithoutScore > 0 ? [$"Caution: {Flattering(table)}"] : (string[])[],
        .. models.Where(model => model.AreCalls).Select(model => $"Caution: {Calls(model)}"),
    ];

    /// <summary>Before everything else that a page says; empty where there is nothing to say.</summary>
    public static MarkdownText Before(ScoreTable table) =>
        table.WithoutScore > 0 ? MarkdownText.Of($"**{Flattering(table)}** ") : MarkdownText.Empty;

    /// <summary>What turns scores that rank the wrong way round; null where they do not, or no label is the other one.</summary>
    public static string? Turned(BinaryScores scores, Func<IReadOnlyList<(string Option, string? Value)>, string>? command) =>
        scores.Intervals[BinaryMetric.RocArea] is { High: < Reversed } && scores.Table.Labels.Count == 2
            ? command?.Invoke([("--positive", scores.Negative)])
            : null;

    private static IEnumerable<string> Reading(ScoreTable table) =>
        table.WithoutScore > 0 ? table.Notes.SkipLast(1) : table.Notes;

    // The last note says so; it stands alone, as a caution.
    private static string Flattering(ScoreTable table) => table.Notes[^1];

    private static string Calls(BinaryScores scores) =>
        $"The scores {scores.Column} are 0 or 1 alone: calls after a threshold, not probabilities. Then the ROC area is the mean of recall "
        + "and specificity, no other threshold can be tried, and log loss, Brier score and calibration mean nothing. If the model gives "
        + "probabilities, measure those.";
}
