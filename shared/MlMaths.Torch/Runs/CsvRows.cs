using CsvHelper;

namespace MlMaths.Torch.Runs;

/// <summary>Writes rows of finished cells as CSV: commas, LF, UTF-8 without a byte order mark.</summary>
internal static class CsvRows
{
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    public static void Write(Stream stream, IEnumerable<string> headers, IEnumerable<IEnumerable<string>> rows) => Write(stream, rows.Prepend(headers));

    public static void Write(Stream stream, IEnumerable<IEnumerable<string>> rows)
    {
        using CsvWriter csv = CsvWriter.Create(stream, Format, leaveOpen: true);
        foreach (IEnumerable<string> row in rows)
        {
            foreach (string cell in row)
                csv.WriteField(cell);
            csv.EndRecord();
        }
    }
}
