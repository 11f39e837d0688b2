namespace MlMaths.Torch.Runs;

/// <summary>A table that goes with a run as a CSV file.</summary>
/// <param name="FileName">Its name, <c>clusters.csv</c> for instance; the project's, never the user's.</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Rows">Cells: text (which no spreadsheet will take for a formula), numbers, or null for blank.</param>
public sealed record ResultTable(string FileName, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows)
{
    internal void Write(Stream stream) => CsvRows.Write(stream, Headers, Rows.Select(row => row.Select(Cell)));

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        int number => SpreadsheetCell.Of(number),
        double number => SpreadsheetCell.Of(number),
        string text => text,
        _ => throw new ArgumentException($"A cell is text, a whole number, a number or null, not a {cell.GetType().Name}.", nameof(cell)),
    };
}
