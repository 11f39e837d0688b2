namespace MlMaths.Torch.Text;

/// <summary>Rows of cells as lines of a console: the cells of a column begin below each other.</summary>
public static class AlignedRows
{
    /// <summary>A line for each row; the last column is as wide as it likes.</summary>
    /// <param name="rows">Each with as many cells as the first.</param>
    /// <param name="apart">Blanks between two columns.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<string>> rows, int apart = 2)
    {
        if (rows.Count == 0) return [];
        int[] widths = [.. Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length))];
        string between = new(' ', apart);
        return [.. rows.Select(row => string.Join(between, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
    }
}
