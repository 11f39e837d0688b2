using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect.Sections;

/// <summary>Every column: what it is, what it lacks, how its values lie.</summary>
internal static class ColumnsSection
{
    private const int ColumnsOfFigure = 20, MaxFigures = 4, ColumnsOfStory = 14;

    public static Section Of(InspectFindings findings)
    {
        TableOverview overview = findings.Overview;
        List<Block> blocks =
        [
            new Table(
                $"What a column is was decided from its own cells. *Different* counts values up to {ColumnOverview.MostDifferent:#,0}.",
                ["Column", "Taken as", "Missing", "Different", "Values", "Why"],
                [.. overview.Columns.Select(column => Row(column, overview))])
                .Told(overview.Columns.Count <= ColumnsOfStory),
        ];
        foreach ((int number, ColumnOverview[] columns) in overview.Columns.Where(column => column.Bars.Count > 0).Chunk(ColumnsOfFigure)
            .Take(MaxFigures).Index())
        {
            blocks.Add(new FigureBlock(
                ColumnShapesFigure.Draw([.. columns.Select(Shape)], number == 0 ? "columns" : $"columns-{number + 1}"),
                $"Numbers and dates as histograms from their lowest to their highest value, where the outermost bars also hold "
                + $"the few values that lie far beyond; texts as a bar for each value, the most frequent first."
                + $"{Grey(columns)}").Told(number == 0));
        }

        return new Section("What is in the columns?", blocks, Conclusion(overview));
    }

    private static MarkdownText Grey(ColumnOverview[] columns) => columns.Any(column => column.Plan.Action == ColumnAction.Dropped)
        ? MarkdownText.Of($" Grey: nothing would learn from it.")
        : MarkdownText.Empty;

    private static IReadOnlyList<MarkdownText> Row(ColumnOverview column, TableOverview overview) =>
    [
        column.Name, ColumnLines.Kind(column, overview), ColumnLines.Missing(column.Plan.Column),
        column.HasMore ? MarkdownText.Of($"more than {ColumnOverview.MostDifferent:#,0}") : MarkdownText.Of($"{column.Different}"),
        column.Values, column.Plan.Reason,
    ];

    private static ColumnShape Shape(ColumnOverview column) => new(
        column.Name, [.. column.Bars.Select(bar => bar.Rows)], column.IsMeasured,
        column.Plan.Action == ColumnAction.Dropped, column.Shown);

    private static MarkdownText Conclusion(TableOverview overview)
    {
        string kinds = string.Join(", ", overview.Columns.CountBy(ColumnLines.KindAlone).OrderByDescending(kind => kind.Value)
            .Select(kind => $"{kind.Key} {NumberText.Count(kind.Value)}"));
        return MarkdownText.Of($"By kind: {kinds}.");
    }
}
