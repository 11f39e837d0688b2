using System.Text.Unicode;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>
/// The one way from the bytes of a table to its records, for every reader: a record ends with LF, CR or both, and a line break inside
/// quotes ends none.
/// </summary>
internal static class CsvRecords
{
    /// <summary>A reader that stands before the first row.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="source">How sentences call it.</param>
    /// <param name="rowsHold">What a row says, for the sentence about an empty file: <c>rows of numbers</c>.</param>
    public static CsvReader Open(byte[] utf8, CsvSource source, string rowsHold)
    {
        CsvReader reader = CsvReader.Create(utf8, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => Refuse(record, source),
        });
        return reader.Headers.Count > 0 ? reader : throw new UserMistakeException(
            $"{source.Shown} is empty: it needs a header row with the columns' names, and {rowsHold} below it.");
    }

    /// <summary>A reader that stands before the first line, which may be a header; blanks around cells are no part of them.</summary>
    public static CsvReader Open(TableBytes bytes, CsvSource source) => CsvReader.Create(bytes.Utf8, new CsvReaderOptions
    {
        HasHeader = false,
        Separator = bytes.Separator,
        TrackLineNumbers = true,
        TrimWhitespace = bytes.HasBlankBeforeQuote,
        OnMalformedRecord = record => Refuse(record, source),
    });

    /// <summary>How many lines there are, whatever ends them: no file has more records than that.</summary>
    public static int MostIn(ReadOnlySpan<byte> utf8)
    {
        int ends = utf8.Count((byte)'\n');
        return utf8.Contains((byte)'\r') ? ends + utf8.Count((byte)'\r') - utf8.Count("\r\n"u8) + 1 : ends + 1;
    }

    /// <summary>How many rows there may be below a header: as many as there are, but for blank lines and breaks inside quotes.</summary>
    public static int MostRowsIn(ReadOnlySpan<byte> utf8, int headerRecords) =>
        Math.Max(1, MostIn(utf8) - headerRecords - (utf8 is [.., (byte)'\n' or (byte)'\r'] ? 1 : 0));

    /// <exception cref="UserMistakeException">The bytes are no text.</exception>
    public static void RequireText(byte[] bytes, CsvSource source) => RequireText(Utf8.IsValid(bytes), source);

    /// <summary>The same, where another thread has looked.</summary>
    public static void RequireText(bool isText, CsvSource source)
    {
        if (!isText)
            throw new UserMistakeException($"{source.Shown} is not UTF-8 text: save it again as CSV with the encoding UTF-8.");
    }

    // A quote inside an unquoted cell (5" pipe) is text like any other; one that is never closed swallows what follows.
    private static void Refuse(CsvMalformedRecord record, CsvSource source)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UserMistakeException(
                $"{source.Shown}, line {record.LineNumber} opens a quote that is never closed: close it, or remove it.");
        }

        // "1"2 is neither 1 nor 12.
        if (record.Reason == CsvMalformedReason.TextAfterClosingQuote)
        {
            throw new UserMistakeException(
                $"{source.Shown}, line {record.LineNumber} has text between a closing quote and the separator: write a quote inside a "
                + "quoted cell twice, or remove the quotes.");
        }
    }
}
