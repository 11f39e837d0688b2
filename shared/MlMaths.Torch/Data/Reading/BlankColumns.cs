namespace MlMaths.Torch.Data;

/// <summary>A table whose columns stand apart by runs of blanks.</summary>
internal static class BlankColumns
{
    private const int Looked = 1 << 16, MostLines = 50;

    /// <summary>Whether no usual separator stands in the first lines, and all have the same number of pieces, two or more.</summary>
    public static bool Are(byte[] utf8)
    {
        int pieces = 0, lines = 0;
        for (int at = 0; at < Math.Min(utf8.Length, Looked) && lines < MostLines;)
        {
            ReadOnlySpan<byte> line = TextLines.At(utf8, at, out at).Trim(" \t"u8);
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
        ReadOnlySpan<byte> line = TextLines.At(utf8, 0, out _).Trim(" \t"u8);
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

    /// <summary>The same with one tab between cells.</summary>
    public static byte[] Tabbed(byte[] utf8)
    {
        byte[] tabbed = new byte[utf8.Length];
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
            if (owed && !isEnd) tabbed[to++] = (byte)'\t';
            (owed, atStart) = (false, isEnd);
            tabbed[to++] = one;
        }

        return tabbed[..to];
    }
}
