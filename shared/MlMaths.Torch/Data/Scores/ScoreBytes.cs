namespace MlMaths.Torch.Data;

/// <summary>The bytes of a table of scores as UTF-8: UTF-16 is recognised, by its mark or by its zeros.</summary>
internal static class ScoreBytes
{
    private const int Looked = 64;

    /// <summary>The same bytes where they are UTF-8 already.</summary>
    public static byte[] Of(byte[] bytes, CsvSource source, List<string> notes)
    {
        bool isWide = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan(0, Math.Min(Looked, bytes.Length)).Contains((byte)0);
        if (!isWide) return bytes;
        var decoded = TableBytes.Of(bytes, new TableOptions(), source);
        notes.AddRange(decoded.Notes.Select(note => note.Sentence));
        return decoded.Utf8;
    }
}
