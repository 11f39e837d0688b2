using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Who owns a component, twice: two bars per column, so that one column that swallows the others stands out.</summary>
public static class SharesFigure
{
    private const int Most = 10, RowHeight = 44;

    /// <summary>Draws the columns that own most, the largest on top.</summary>
    /// <param name="valueLabel">What is shared: <c>share of PC1 (squared loading)</c>.</param>
    /// <param name="before">What the first bar is: <c>raw</c>.</param>
    /// <param name="after">What the second bar is: <c>standardised</c>.</param>
    /// <param name="columns">One per column, in any order; the ten with the largest shares are drawn.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        string valueLabel, string before, string after, IReadOnlyList<SharePair> columns, string name = "shares") => Paper.Both(() =>
    {
        SharePair[] rows = [.. columns.OrderByDescending(Larger).Take(Most)];
        float right = new[] { before, after }.Max(words => FigureFont.Width($"99.9 % {Shortened(words)}", Sheet.TextSize)) + 14;
        var sheet = new Sheet(
            Scale.FromZero(FigureFont.Printable(valueLabel), columns.Select(Larger), headroom: 1.02),
            new Scale("", -0.6, Math.Max(rows.Length, 1) - 0.4),
            height: Math.Max(rows.Length, 2) * RowHeight + 72, right: right, rows: [.. rows.Reverse().Select(row => row.Name)]);
        for (int i = 0; i < rows.Length; i++)
        {
            int up = rows.Length - 1 - i;
            DrawBar(sheet, rows[i].Before, up + 0.02, up + 0.38, Palette.Line(1), before);
            DrawBar(sheet, rows[i].After, up - 0.38, up - 0.02, Palette.Line(0), after);
        }
        SharePair? first = columns.MaxBy(row => row.Before), second = columns.MaxBy(row => row.After);
        return sheet.Finish(name, first is null || second is null
            ? $"{valueLabel}: there is no column."
            : $"{valueLabel} of {columns.Count} columns: {before}, most belongs to {first.Name} with {NumberText.Percent(first.Before)}; "
                + $"{after}, to {second.Name} with {NumberText.Percent(second.After)}.");
    });

    private static double Larger(SharePair row) => Math.Max(row.Before, row.After);

    private static string Shortened(string words) => FigureFont.Fit(words, Sheet.TextSize, 110);

    private static void DrawBar(Sheet sheet, double share, double low, double high, Ink ink, string words)
    {
        sheet.Box(0, share, low, high, ink, opacity: 0.75);
        sheet.Text($"{NumberText.Percent(share)} {Shortened(words)}", share, (low + high) / 2, ink, Alignment.MiddleLeft, dx: 6);
    }
}
