using CsvHelper;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Writes rows of cells as CSV: commas, LF, UTF-8 without a byte order mark; no cell that a spreadsheet would run or
/// split.
/// </summary>
internal static class CsvRows
{
    private static readonly CsvWriterOptions Format =
        new() { NewLine = "\n", ShouldQuote = (cell, _, _, _) => SpreadsheetCell.MaySplit(cell) };

    public static void Write(Stream stream, IEnumerable<string> headers, IEnumerable<IEnumerable<string>> rows) =>
        Write(stream, rows.Prepend(headers));

    public static void Write(Stream stream, IEnumerable<IEnumerable<string>> rows)
    {
        using CsvWriter csv = CsvWriter.Create(stream, Format, leaveOpen: true);
        foreach (IEnumerable<string> row in rows)
        {
            foreach (string cell in row)
                csv.WriteField(SpreadsheetCell.Of(cell));
            csv.EndRecord();
        }
    }
}
