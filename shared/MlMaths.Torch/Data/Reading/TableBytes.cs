namespace MlMaths.Torch.Data;

/// <summary>The bytes of a file as UTF-8 from its header on, one byte between cells, and what was done to get there.</summary>
/// <param name="Utf8">From the header on.</param>
/// <param name="LinesBefore">Lines of the file that stand above.</param>
/// <param name="Separator">Between cells; null where the reader finds it.</param>
/// <param name="Notes">What was done.</param>
internal sealed record TableBytes(byte[] Utf8, int LinesBefore, char? Separator, IReadOnlyList<ReadingNote> Notes)
{
    /// <summary>Whether a quote stands behind a blank somewhere, and may open a cell; blanks are taken off cells in any case.</summary>
    public bool HasBlankBeforeQuote { get; } = Utf8.AsSpan().IndexOf(" \""u8) >= 0 || Utf8.AsSpan().IndexOf("\t\""u8) >= 0;

    /// <exception cref="UserMistakeException">The bytes are no text, or the encoding is none.</exception>
    public static TableBytes Of(byte[] bytes, TableOptions options, CsvSource source)
    {
        List<ReadingNote> notes = [];
        byte[] utf8 = TableEncoding.Decoded(bytes, options.Encoding, source, notes);
        int start = utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        (int after, int skipped) = TableLead.Skipped(utf8, start, options.SkipLines, notes);
        if (after > 0) utf8 = utf8[after..];
        if (TableLead.WithoutRule(utf8) is { } ruled)
        {
            (utf8, skipped) = (ruled, skipped + 1);
            notes.Add(new(ReadingStep.SkippedLines, "The line of dashes below the header, as Markdown draws it, was skipped."));
        }

        return BlankColumns.Are(utf8)
            ? new(BlankColumns.Tabbed(utf8), skipped, '\t',
                [.. notes, new(ReadingStep.SeparatedByBlanks, "Columns are separated by runs of blanks.")])
            : new(utf8, skipped, null, notes);
    }

    /// <summary>
    /// How many lines of the file there are through the record of a number, counted from 0 at the first that is no comment.
    /// </summary>
    public int LinesThrough(int record)
    {
        int lines = LinesBefore, at = 0;
        for (int met = -1; at < Utf8.Length && met < record; lines++)
        {
            if (!TextLines.At(Utf8, at, out at).Trim(" \t"u8).IsEmpty) met++;
        }

        return lines;
    }
}
