using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>One column of a table in a row of a figure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows each bar has, from left to right.</param>
/// <param name="IsMeasured">Whether the bars are the bins of a histogram; else each is a value.</param>
/// <param name="IsLeftOut">Whether nothing learns from it.</param>
/// <param name="Values">What stands behind the bars: <c>22 to 80</c>, or values; as many of them as there is room for.</param>
public sealed record ColumnShape(string Name, IReadOnlyList<int> Rows, bool IsMeasured, bool IsLeftOut, IReadOnlyList<string> Values);

/// <summary>The columns of a table, a row each: a small histogram of numbers, bars of values.</summary>
public static class ColumnShapesFigure
{
    private const int RowHeight = 40, Margin = 20;

    private static int WordsWidth => Paper.Either(250, 130);

    /// <summary>Draws them, the first on top.</summary>
    /// <param name="columns">At least one.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<ColumnShape> columns, string name = "columns") => Paper.Both(() =>
    {
        var sheet = new Sheet(
            new Scale("", 0, 1, Marks: []), new Scale("", -0.2, columns.Count - 0.1, Marks: []),
            width: 760, height: columns.Count * RowHeight + 60, right: WordsWidth,
            rows: [.. columns.Reverse().Select(column => FigureFont.Printable(column.Name))]);
        for (int i = 0; i < columns.Count; i++)
            DrawRow(sheet, columns[i], bottom: columns.Count - 1 - i);
        ColumnShape[] leftOut = [.. columns.Where(column => column.IsLeftOut)];
        string grey = leftOut.Length == 0 ? "" : $" Grey, as nothing would learn from them: "
            + $"{string.Join(", ", leftOut.Select(one => one.Name))}.";
        return sheet.Finish(name, $"{Counted.Of(columns.Count, "column")}, each with the bars of its values: "
            + $"{string.Join("; ", columns.Select(column => $"{column.Name}, {string.Join(", ", column.Values)}"))}.{grey}");
    });

    private static void DrawRow(Sheet sheet, ColumnShape column, int bottom)
    {
        int most = Math.Max(1, column.Rows.DefaultIfEmpty(0).Max());
        double width = 1.0 / Math.Max(1, column.Rows.Count), gap = column.IsMeasured ? 0.04 : 0.14;
        Ink ink = column.IsLeftOut ? Palette.Muted : Palette.Line(0);
        for (int bar = 0; bar < column.Rows.Count; bar++)
        {
            if (column.Rows[bar] == 0) continue;
            sheet.Box((bar + gap) * width, (bar + 1 - gap) * width, bottom, bottom + Math.Max(0.02, 0.74 * column.Rows[bar] / most), ink,
                0.75);
        }

        sheet.Level(bottom, Palette.Frame, LinePattern.Solid, width: 1);
        sheet.Text(Fitting(column.Values), 1, bottom + 0.3, Palette.Muted, Alignment.MiddleLeft, dx: 10);
    }

    // Whole values only: of the first alone, where even that is too long, the middle is left out.
    private static string Fitting(IReadOnlyList<string> values)
    {
        string[] printable = [.. values.Select(FigureFont.Printable)];
        for (int count = printable.Length; count > 0; count--)
        {
            string words = string.Join(", ", printable[..count]) + (count < printable.Length ? ", …" : "");
            if (FigureFont.Width(words, Sheet.TextSize) <= WordsWidth - Margin) return words;
        }

        return printable is [var first, ..] ? FigureFont.Fit(first, Sheet.TextSize, WordsWidth - Margin) : "";
    }
}
