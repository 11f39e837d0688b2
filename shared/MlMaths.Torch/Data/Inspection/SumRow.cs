namespace MlMaths.Torch.Data;

/// <summary>
/// A row that adds up the others: one column calls it a total, and its numbers are sums. It is no case, and one such row weighs as much
/// as all others together.
/// </summary>
/// <param name="Row">0-based row of the file.</param>
/// <param name="Column">That calls it so.</param>
/// <param name="Word">As the cell has it.</param>
/// <param name="Summed">Columns whose number is the sum of all others.</param>
public sealed record SumRow(int Row, string Column, string Word, IReadOnlyList<string> Summed)
{
    // More rows that are called so are cases of one kind: a level of the column.
    private const double MostShare = 0.34;

    /// <summary>Such rows, in the order of the file. Cost: a pass over the cells, however many rows are called a total.</summary>
    internal static IReadOnlyList<SumRow> In(RawTable table)
    {
        RawColumn[] columns = [.. table.Columns.Select(plan => plan.Column)];
        (int Row, RawColumn Column)[] called =
        [
            .. columns.Where(column => !column.IsNumeric).SelectMany(column => Called(column).Select(row => (row, column)))
                .DistinctBy(one => one.row).OrderBy(one => one.row),
        ];
        if (called.Length == 0) return [];
        // Subtotals are no addends of a total.
        HashSet<int> without = [.. called.Select(one => one.Row)];
        ColumnSum[] sums = [.. columns.Where(column => column.IsNumeric).Select(column => new ColumnSum(column, without))];
        return
        [
            .. called.Select(one => new SumRow(one.Row, one.Column.Name, one.Column.Text(one.Row)!,
                    [.. sums.Where(sum => sum.IsAt(one.Row)).Select(sum => sum.Name)]))
                .Where(row => row.Summed.Count > 0),
        ];
    }

    private static int[] Called(RawColumn column)
    {
        HashSet<int> called = [.. column.CodesWith(SumWords.Parts).Where(code => SumWords.MayCall(column.TextOf(code)))];
        if (called.Count == 0) return [];
        int[] rows = [.. Enumerable.Range(0, column.Rows).Where(row => called.Contains(column.Codes![row]))];
        return rows.Length <= Math.Max(1, MostShare * column.Rows) ? rows : [];
    }
}
