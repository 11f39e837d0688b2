using static MlMaths.Torch.Data.HeaderCells;

namespace MlMaths.Torch.Data;

/// <summary>Names of columns on several lines, as tables of levels are written: a network, below it a node, below that a side.</summary>
internal static class HeaderBlock
{
    private const int Fewest = 3, Most = 8, FewestRows = 10;

    /// <summary>The words of each column, from above, joined by blanks; one that comes again below itself is written once.</summary>
    /// <param name="lines">The records that name the columns.</param>
    public static string[] Joined(IReadOnlyList<string[]> lines) =>
    [
        .. Enumerable.Range(0, lines.Max(line => line.Length)).Select(place => string.Join(' ', lines
            .Select(line => Cell(line, place)).Where(word => word.Length > 0).Distinct())),
    ];

    /// <summary>
    /// How many of the first records name the columns, where they are three or more: most columns are numbers below them, and words
    /// stand among the numbers above. Null where there are not so many.
    /// </summary>
    /// <param name="records">The first records of the file.</param>
    public static int? Lines(IReadOnlyList<string[]> records)
    {
        int width = records[0].Length;
        for (int lines = Math.Min(Most, records.Count - 2); lines >= Fewest; lines--)
        {
            string[][] below = [.. records.Skip(lines)];
            int[] numbers = [.. Enumerable.Range(0, width).Where(place => AreNumbers(below, place))];
            if (numbers.Length < 2 || 2 * numbers.Length < width) continue;
            string[] last = records[lines - 1];
            if (last.SequenceEqual(records[0])) return null; // a header that comes again between rows
            bool isBlank = last.All(cell => cell.Trim().Length == 0);
            if ((isBlank || HasWords(last, numbers)) && records.Take(lines).Skip(1).Any(record => HasWords(record, numbers))) return lines;
        }

        return null;
    }

    /// <summary>
    /// A word that the first row has in three columns or more, and in most of those with a text, and that no later row has: tools for
    /// surveys write “Response” there. Null for none.
    /// </summary>
    /// <param name="rows">The records below the first.</param>
    public static string? RepeatedWord(IReadOnlyList<string[]> rows)
    {
        if (rows.Count < FewestRows) return null;
        int[] filled = [.. Enumerable.Range(0, rows[0].Length).Where(place => Cell(rows[0], place).Length > 0)];
        IGrouping<string, int>? most = filled.GroupBy(place => Cell(rows[0], place)).Where(same => IsWord(same.Key))
            .MaxBy(same => same.Count());
        return most is not null && most.Count() >= Fewest && 2 * most.Count() > filled.Length
            && !rows.Skip(1).Any(row => row.Any(cell => cell.Trim() == most.Key))
            ? most.Key
            : null;
    }

    private static bool HasWords(string[] record, int[] numbers) =>
        2 * numbers.Count(place => IsWord(Cell(record, place))) > numbers.Length;
}
