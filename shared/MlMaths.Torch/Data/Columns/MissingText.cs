namespace MlMaths.Torch.Data;

/// <summary>How files say that a cell has no value: blank, or one of the words that tools write for it.</summary>
internal static class MissingText
{
    /// <summary>For a sentence.</summary>
    public const string Words = "blank, ?, NA, N/A, n.a., nan, null or -";

    /// <summary>Whether a trimmed cell says so; in any letter case.</summary>
    public static bool Is(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        0 => true,
        1 => cell[0] is (byte)'?' or (byte)'-',
        // Most cells are told by their first letter.
        <= 4 when cell[0] is not ((byte)'n' or (byte)'N' or (byte)'#' or (byte)'<') => false,
        2 => Ascii(cell, "na"u8),
        3 => Ascii(cell, "nan"u8) || Ascii(cell, "n/a"u8) || Ascii(cell, "n.a"u8),
        4 => Ascii(cell, "n.a."u8) || Ascii(cell, "null"u8) || Ascii(cell, "#n/a"u8)
            || Ascii(cell, "<na>"u8), // as pandas prints it
        _ => false,
    };

    private static bool Ascii(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            byte letter = cell[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(cell[i] | 0x20) : cell[i];
            if (letter != word[i])
                return false;
        }

        return true;
    }
}
