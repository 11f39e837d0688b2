using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What is said before a verdict where rows may belong together, and nobody said so.</summary>
internal static class GroupCautions
{
    /// <summary>A caution, where some column looks as if it named groups.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<GroupLikeColumn> columns) =>
        columns.Count == 0 ? [] : [Callout.Caution(MarkdownText.Of($"{Sentence(columns[0])}"))];

    /// <summary>The same for a console.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<GroupLikeColumn> columns) => columns.Count == 0 ? [] : [Sentence(columns[0])];

    /// <summary>The same, before a sentence; empty where there is nothing to say.</summary>
    public static MarkdownText Before(BinaryScores scores) =>
        scores.GroupLike.Count == 0 ? MarkdownText.Empty : MarkdownText.Of($"{Sentence(scores.GroupLike[0])} ");

    private static string Sentence(GroupLikeColumn column) =>
        $"Caution: the column {Quoted.Value(column.Name)} looks like a group: in {NumberText.Percent(column.Share.Value!.Value, 0)} of "
        + $"trials, two rows of one of its {NumberText.Count(column.Values)} values are more alike than rows of neighbouring values. "
        + $"If its rows belong together, these intervals are too short: ask again with --group.";
}
