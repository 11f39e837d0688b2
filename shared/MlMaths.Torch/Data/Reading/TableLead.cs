using System.Buffers;
using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>What stands above the rows of a table and is none of them: titles, comments, blank lines, a rule below the header.</summary>
internal static class TableLead
{
    private static readonly SearchValues<byte> OfRules = SearchValues.Create("|-:+ \t"u8);

    /// <summary>
    /// Where the header begins, and after how many lines: those that were asked to be skipped, then comments and blank lines.
    /// </summary>
    public static (int After, int Lines) Skipped(byte[] utf8, int start, int asked, List<ReadingNote> notes)
    {
        int at = start, lines = 0, comments = 0, lastComment = -1;
        while (at < utf8.Length)
        {
            ReadOnlySpan<byte> line = TextLines.At(utf8, at, out int next);
            ReadOnlySpan<byte> text = line.Trim(" \t\r\n"u8);
            bool isComment = lines >= asked && text.StartsWith("#"u8);
            if (lines >= asked && !isComment && text.Length > 0) break;
            comments += isComment ? 1 : 0;
            if (isComment) lastComment = at;
            lines++;
            at = next;
        }

        if (lastComment >= 0 && HeaderIn(utf8, lastComment, at) is { } names)
        {
            (at, lines, comments) = (names, lines - 1, comments - 1);
            notes.Add(new(ReadingStep.SkippedLines, "The header begins with #, as its line would as a comment, and was read as a header."));
        }

        if (asked > 0)
        {
            notes.Add(new(ReadingStep.SkippedLines,
                asked == 1 ? "The first line was skipped, as asked." : $"The first {Counted.Of(asked, "line")} were skipped, as asked."));
        }

        if (comments > 0)
        {
            notes.Add(new(ReadingStep.SkippedLines,
                $"{Counted.Of(comments, "line")} that {(comments == 1 ? "starts" : "start")} with # above the header "
                + $"{(comments == 1 ? "was" : "were")} skipped."));
        }

        return (at, lines);
    }

    // "#id,size" above rows of as many cells, the first of them numbers: names, and no comment. Where they begin; null where they are none.
    private static int? HeaderIn(byte[] utf8, int comment, int next)
    {
        ReadOnlySpan<byte> names = TextLines.At(utf8, comment, out int following);
        if (following != next) return null;
        ReadOnlySpan<byte> row = TextLines.At(utf8, next, out _);
        foreach (byte separator in ",;\t|"u8)
        {
            int cells = row.Count(separator);
            if (cells == 0 || names.Count(separator) != cells || !HasNumber(row, separator) || HasNumber(names, separator)) continue;
            int mark = comment + names.IndexOf((byte)'#');
            bool isName = utf8[mark + 1] == separator; // a column that is called #
            return isName ? mark : mark + 1;
        }

        return null;
    }

    private static bool HasNumber(ReadOnlySpan<byte> line, byte separator)
    {
        foreach (Range cell in line.Split(separator))
        {
            if (double.TryParse(line[cell].Trim(" \t\""u8), CultureInfo.InvariantCulture, out _)) return true;
        }

        return false;
    }

    /// <summary>The table without the rule |---|:--:| below its header; null where there is none.</summary>
    public static byte[]? WithoutRule(byte[] utf8)
    {
        if (TextLines.At(utf8, 0, out int second).IsEmpty || second >= utf8.Length) return null;
        ReadOnlySpan<byte> line = TextLines.At(utf8, second, out int third).Trim(" \t"u8);
        bool isRule = line.IndexOf("--"u8) >= 0 && line.IndexOf((byte)'|') >= 0 && !line.ContainsAnyExcept(OfRules);
        return isRule ? [.. utf8[..second], .. utf8[third..]] : null;
    }
}
