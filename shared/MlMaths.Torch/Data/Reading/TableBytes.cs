using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>The bytes of a file as UTF-8 from its header on, one byte between cells, and what was done to get there.</summary>
/// <param name="Utf8">From the header on.</param>
/// <param name="LinesBefore">Lines of the file that stand above.</param>
/// <param name="Separator">Between cells; null where the reader finds it.</param>
/// <param name="Notes">What was done.</param>
internal sealed record TableBytes(byte[] Utf8, int LinesBefore, char? Separator, IReadOnlyList<ReadingNote> Notes)
{
    private const int Looked = 1 << 16;

    /// <summary>Whether a quote stands behind a blank somewhere, and may open a cell; blanks are taken off cells in any case.</summary>
    public bool HasBlankBeforeQuote { get; } = Utf8.AsSpan().IndexOf(" \""u8) >= 0 || Utf8.AsSpan().IndexOf("\t\""u8) >= 0;

    /// <exception cref="UserMistakeException">The bytes are no text, or the encoding is none.</exception>
    public static TableBytes Of(byte[] bytes, TableOptions options, CsvSource source)
    {
        List<ReadingNote> notes = [];
        byte[] utf8 = Decoded(bytes, options.Encoding, source, notes);
        int start = utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        (int after, int skipped) = Skipped(utf8, start, options.SkipLines, notes);
        if (after > 0) utf8 = utf8[after..];
        if (WithoutRule(utf8) is { } ruled)
        {
            (utf8, skipped) = (ruled, skipped + 1);
            notes.Add(new(ReadingStep.SkippedLines, "The line of dashes below the header, as Markdown draws it, was skipped."));
        }

        return IsSeparatedByBlanks(utf8)
            ? new(Spaced(utf8), skipped, '\t', [.. notes, new(ReadingStep.SeparatedByBlanks, "Columns are separated by runs of blanks.")])
            : new(utf8, skipped, null, notes);
    }

    private static byte[] Decoded(byte[] bytes, string? asked, CsvSource source, List<ReadingNote> notes)
    {
        if (asked is not null)
            return Transcoded(bytes, Named(asked, source));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            notes.Add(new(ReadingStep.Decoded, "The file begins with the mark of UTF-16, and was read as that."));
            return Transcoded(bytes, bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode);
        }

        ReadOnlySpan<byte> head = bytes.AsSpan(0, Math.Min(bytes.Length, Looked));
        bool isArchive = head.StartsWith("PK\u0003\u0004"u8);
        if (!isArchive && Unmarked(head) is { } wide)
        {
            notes.Add(new(ReadingStep.Decoded, "Every other byte is 0, so the file was read as UTF-16; it lacks the mark."));
            return Transcoded(bytes, wide);
        }

        if (isArchive || head.Count((byte)0) > head.Length / 4)
        {
            throw new UserMistakeException(
                $"{source.Shown} is no text file{(isArchive ? " (it is a zip archive, as .xlsx files are)" : "")}: "
                + "save it as CSV with the encoding UTF-8, or say with --encoding NAME which encoding it has.");
        }

        int nul = bytes.AsSpan().IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new UserMistakeException(
                $"{source.Shown}, line {CsvRecords.MostIn(bytes.AsSpan(0, nul))} holds a byte 0, which no text has: the file may be "
                + "damaged, or its encoding another one; save it again as CSV with the encoding UTF-8, or name the encoding with "
                + "--encoding.");
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return bytes;
        notes.Add(new(ReadingStep.Decoded, "The file is not UTF-8, and was read as Windows-1252 (Latin-1); --encoding "
            + "NAME says otherwise."));
        return Transcoded(bytes, Named("windows-1252", source));
    }

    // Western letters in UTF-16 have a byte 0 each, behind the letter's own (little-endian) or before it.
    private static Encoding? Unmarked(ReadOnlySpan<byte> head)
    {
        int[] zeros = [0, 0];
        for (int at = 0; at < head.Length; at++) zeros[at % 2] += head[at] == 0 ? 1 : 0;
        int most = head.Length / 2 * 4 / 5;
        return head.Length < 8 ? null
            : zeros[0] == 0 && zeros[1] > most ? Encoding.Unicode
            : zeros[1] == 0 && zeros[0] > most ? Encoding.BigEndianUnicode
            : null;
    }

    private static byte[] Transcoded(byte[] bytes, Encoding encoding) => Encoding.Convert(encoding, Encoding.UTF8, bytes);

    private static Encoding Named(string name, CsvSource source)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new UserMistakeException(
                $"--encoding is {Quoted.Value(name)}, which is not known, and {source.Shown} cannot be read with it: "
                    + $"it may be utf-8, utf-16, "
                + "windows-1252, iso-8859-15, shift_jis or any other name that the web uses.");
        }
    }

    /// <summary>Where the header begins, and after how many lines: those that were asked to be skipped, then comments
    /// and blank lines.</summary>
    private static (int After, int Lines) Skipped(byte[] utf8, int start, int asked, List<ReadingNote> notes)
    {
        int at = start, lines = 0, comments = 0, lastComment = -1;
        while (at < utf8.Length)
        {
            ReadOnlySpan<byte> line = LineAt(utf8, at, out int next);
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

    /// <summary>How many lines of the file there are through the record of a number, counted from 0 at the first that is no
    /// comment.</summary>
    public int LinesThrough(int record)
    {
        int lines = LinesBefore, at = 0;
        for (int met = -1; at < Utf8.Length && met < record; lines++)
        {
            if (!LineAt(Utf8, at, out at).Trim(" \t"u8).IsEmpty) met++;
        }

        return lines;
    }

    // "#id,size" above rows of as many cells, the first of them numbers: names, and no comment. Where they begin; null where they are none.
    private static int? HeaderIn(byte[] utf8, int comment, int next)
    {
        ReadOnlySpan<byte> names = LineAt(utf8, comment, out int following);
        if (following != next) return null;
        ReadOnlySpan<byte> row = LineAt(utf8, next, out _);
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
            if (double.TryParse(line[cell].Trim(" \t\""u8), System.Globalization.CultureInfo.InvariantCulture, out _)) return true;
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<byte> OfRules = System.Buffers.SearchValues.Create("|-:+ \t"u8);

    // |---|:--:| below a header; null where there is none.
    private static byte[]? WithoutRule(byte[] utf8)
    {
        if (LineAt(utf8, 0, out int second).IsEmpty || second >= utf8.Length) return null;
        ReadOnlySpan<byte> line = LineAt(utf8, second, out int third).Trim(" \t"u8);
        bool isRule = line.IndexOf("--"u8) >= 0 && line.IndexOf((byte)'|') >= 0 && !line.ContainsAnyExcept(OfRules);
        return isRule ? [.. utf8[..second], .. utf8[third..]] : null;
    }

    private static ReadOnlySpan<byte> LineAt(byte[] utf8, int at, out int next)
    {
        ReadOnlySpan<byte> rest = utf8.AsSpan(at);
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            next = utf8.Length;
            return rest;
        }

        next = at + end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        return rest[..end];
    }

    /// <summary>Whether no usual separator stands in the first lines, and all have the same number of pieces, two or more.</summary>
    private static bool IsSeparatedByBlanks(byte[] utf8)
    {
        int pieces = 0, lines = 0;
        for (int at = 0; at < Math.Min(utf8.Length, Looked) && lines < 50;)
        {
            ReadOnlySpan<byte> line = LineAt(utf8, at, out at).Trim(" \t"u8);
            if (line.IsEmpty) continue;
            if (line.IndexOfAny(",;|"u8) >= 0) return false;
            int here = Pieces(line);
            if (here < 2 || (pieces > 0 && here != pieces)) return false;
            (pieces, lines) = (here, lines + 1);
        }

        return lines > 0 && !IsSeparatedByTabsAlone(utf8);
    }

    // A tab between all cells is a separator that the reader knows, and blanks beside it are text.
    private static bool IsSeparatedByTabsAlone(byte[] utf8)
    {
        ReadOnlySpan<byte> line = LineAt(utf8, 0, out _).Trim(" \t"u8);
        return line.Contains((byte)'\t');
    }

    private static int Pieces(ReadOnlySpan<byte> line)
    {
        int pieces = 0;
        bool isQuoted = false, isBlank = true;
        foreach (byte one in line)
        {
            if (one == '"') isQuoted = !isQuoted;
            bool blank = !isQuoted && one is (byte)' ' or (byte)'\t';
            if (!blank && isBlank) pieces++;
            isBlank = blank;
        }

        return pieces;
    }

    private static byte[] Spaced(byte[] utf8)
    {
        byte[] spaced = new byte[utf8.Length];
        int to = 0;
        bool isQuoted = false, atStart = true, owed = false;
        foreach (byte one in utf8)
        {
            if (one == '"') isQuoted = !isQuoted;
            if (!isQuoted && one is (byte)' ' or (byte)'\t')
            {
                owed = !atStart;
                continue;
            }

            bool isEnd = one is (byte)'\n' or (byte)'\r';
            if (owed && !isEnd) spaced[to++] = (byte)'\t';
            (owed, atStart) = (false, isEnd);
            spaced[to++] = one;
        }

        return spaced[..to];
    }
}
