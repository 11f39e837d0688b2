using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>The text of a file as UTF-8, whatever encoding it came in: as asked, by its mark, or as its bytes tell.</summary>
internal static class TableEncoding
{
    private const int Looked = 1 << 16;

    /// <exception cref="UserMistakeException">The bytes are no text, or the encoding is none.</exception>
    public static byte[] Decoded(byte[] bytes, string? asked, CsvSource source, List<ReadingNote> notes)
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
}
