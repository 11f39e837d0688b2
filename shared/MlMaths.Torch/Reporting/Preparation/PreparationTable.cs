using MlMaths.Torch.Data;

namespace MlMaths.Torch.Reporting;

/// <summary>Column by column: what it is, what happened to it, the numbers, and why.</summary>
internal static class PreparationTable
{
    private const int Levels = 6, LongestName = 80;

    public static Table Of(FittedPreparation preparation) => new(
        MarkdownText.Of($"Every column of the file. “Missing” counts cells without a value in all rows; levels are "
            + $"those of the training rows."),
        [.. ScrollingTableRenderer.FoldedHeaders.Select(header => (MarkdownText)header), "Missing", "Numbers", "Why"],
        [.. preparation.Columns.Select(Row)]);

    private static IReadOnlyList<MarkdownText> Row(FittedColumn column) =>
    [
        Short(column.Name), KindOf(column.Plan.Kind), Happened(column), NumberText.Count(column.Plan.Column.Missing), Numbers(column),
        column.Plan.Reason,
    ];

    private static string Short(string name) => name.Length <= LongestName ? name : $"{name[..LongestName]}…";

    private static string KindOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Binary => "two values",
        ColumnKind.Ordered => "ordered levels",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static MarkdownText Happened(FittedColumn column) => column switch
    {
        { Plan.Action: ColumnAction.Target } => MarkdownText.Of($"**target**"),
        { Plan.Action: ColumnAction.Group or ColumnAction.Time or ColumnAction.Batch } =>
            MarkdownText.Of($"{column.Plan.Action.ToString().ToLowerInvariant()}, no feature"),
        { Features.Count: 0 } => MarkdownText.Of($"**left out**"),
        { Plan.Action: ColumnAction.Dropped } => MarkdownText.Of($"left out, but for “{column.Features[0]}”"),
        { Plan.Action: ColumnAction.Kept, Features.Count: 1 } => MarkdownText.Of($"kept"),
        { Plan.Action: ColumnAction.Kept } => MarkdownText.Of($"kept, and “{column.Features[^1]}”"),
        { Features.Count: 1 } => MarkdownText.Of($"“{column.Features[0]}”"),
        _ => MarkdownText.Of($"{Counted.Of(column.Features.Count, "feature")}: {List(column.Features)}"),
    };

    private static MarkdownText Numbers(FittedColumn column)
    {
        List<MarkdownText> parts = [];
        if (column.Levels.Count > 2) parts.Add($"{column.Levels.Count} levels");
        if (column.Reference is { } reference) parts.Add(MarkdownText.Of($"against {Quoted.Value(reference)}"));
        if (column.Pooled.Count > 0) parts.Add(MarkdownText.Of($"rare, taken as one: {List(column.Pooled)}"));
        if (column.UnseenRows > 0)
            parts.Add(MarkdownText.Of($"{Counted.Rows(column.UnseenRows)} with a level that no training row has"));
        if (column.Filled is { } filled) parts.Add(MarkdownText.Of($"missing as {filled}"));
        if (column.Plan.Column.Unit is { } unit) parts.Add(MarkdownText.Of($"in {unit}"));
        return MarkdownText.Join("; ", parts);
    }

    private static string List(IReadOnlyList<string> names) => names.Count <= Levels
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(Levels))} and {names.Count - Levels} more";
}
