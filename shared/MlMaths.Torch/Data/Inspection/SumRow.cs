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
    // A sum of decimals that were written with a few digits.
    private const double Rounding = 1e-6;

    private const int FewestOthers = 2;

    /// <summary>Such rows, in the order of the file. Cost: a pass over the numbers for each row that is called a total.</summary>
    internal static IReadOnlyList<SumRow> In(RawTable table)
    {
        RawColumn[] columns = [.. table.Columns.Select(plan => plan.Column)];
        (int Row, RawColumn Column)[] called =
        [
            .. columns.Where(column => !column.IsNumeric).SelectMany(column => Called(column).Select(row => (row, column)))
                .DistinctBy(one => one.row).OrderBy(one => one.row),
        ];
        // Subtotals are no addends of a total.
        HashSet<int> without = [.. called.Select(one => one.Row)];
        RawColumn[] numbers = [.. columns.Where(column => column.IsNumeric)];
        return
        [
            .. called.Select(one => new SumRow(one.Row, one.Column.Name, one.Column.Text(one.Row)!,
                    [.. numbers.Where(column => IsSum(column.NumbersOfRows!, one.Row, without)).Select(column => column.Name)]))
                .Where(row => row.Summed.Count > 0),
        ];
    }

    private static IEnumerable<int> Called(RawColumn column)
    {
        bool[] isCalled = [.. column.Texts.Select(SumWords.Has)];
        return isCalled.Contains(true)
            ? Enumerable.Range(0, column.Rows).Where(row => column.Codes![row] is >= 0 and var code && isCalled[code])
            : [];
    }

    private static bool IsSum(double[] numbers, int row, HashSet<int> without)
    {
        double[] others = [.. numbers.Where((number, other) => !without.Contains(other) && !double.IsNaN(number))];
        double sum = others.Sum(), size = others.Sum(Math.Abs);
        return others.Count(number => number != 0) >= FewestOthers && Math.Abs(numbers[row] - sum) <= Rounding * size;
    }
}
