using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>The columns of a file as a table on the terminal, 80 letters wide where names allow it.</summary>
internal static class ColumnLines
{
    private const int LongestName = 20, LongestValues = 36, BarLetters = 10;
    private const string Heights = "▁▂▃▄▅▆▇█";

    public static IEnumerable<string> Of(TableOverview overview)
    {
        string[][] rows = [["column", "taken as", "missing", "", "values"], .. overview.Columns.Select(column => Row(column, overview))];
        int[] widths = [.. Enumerable.Range(0, 5).Select(cell => rows.Max(row => Letters(row[cell])))];
        return rows.Select(row => string.Join("  ", row.Select((cell, place) =>
            place == 2 ? new string(' ', widths[2] - Letters(cell)) + cell
                : cell + new string(' ', widths[place] - Letters(cell)))).TrimEnd());
    }

    /// <summary>Number, text, identifier; a target is called so.</summary>
    public static string Kind(ColumnOverview column, TableOverview overview) =>
        ReferenceEquals(column.Plan, overview.Target?.Plan) ? "target?" : KindAlone(column);

    public static string KindAlone(ColumnOverview column) => column.Plan.Kind.ToString().ToLowerInvariant();

    /// <summary>A share, or nothing.</summary>
    public static string Missing(RawColumn column) =>
        column.Missing == 0 ? "" : NumberText.Percent((double)column.Missing / column.Rows);

    private static string[] Row(ColumnOverview column, TableOverview overview) =>
    [
        Short(column.Name, LongestName), Kind(column, overview), Missing(column.Plan.Column), Bars(column.Bars),
            Short(column.Values, LongestValues),
    ];

    private static string Bars(IReadOnlyList<ColumnBar> bars)
    {
        int[] rows = [.. bars.Select(bar => bar.Rows)];
        if (rows.Length > BarLetters) // twenty bins become ten letters
            rows = [.. rows.Chunk((rows.Length + BarLetters - 1) / BarLetters).Select(few => few.Sum())];
        int most = rows.DefaultIfEmpty(0).Max();
        return string.Concat(rows.Select(count => count == 0 ? ' '
            : Heights[(int)Math.Round((Heights.Length - 1) * (double)count / most)]));
    }

    private static int Letters(string text) => StringInfo.ParseCombiningCharacters(text).Length;

    private static string Short(string text, int longest)
    {
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= longest ? text : text[..starts[longest - 1]] + "…";
    }
}
