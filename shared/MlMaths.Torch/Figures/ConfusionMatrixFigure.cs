using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Counts of truth (rows) against calls (columns); the deeper a cell, the larger its share of the row.</summary>
public static class ConfusionMatrixFigure
{
    internal const double Deepest = 0.4;

    private const double Faintest = 0.04;

    private const int FewClasses = 4;

    /// <summary>Draws the matrix of two classes, the positive one first.</summary>
    public static Figure Draw(ConfusionMatrix matrix, string positive, string negative, string name = "confusion-matrix") =>
        Draw(
            [positive, negative],
            [[matrix.TruePositives, matrix.FalseNegatives], [matrix.FalsePositives, matrix.TrueNegatives]], name);

    /// <summary>Draws the matrix of any number of classes.</summary>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="counts">One row per true class, one column per called class, in the order of the names.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<long>> counts, string name = "confusion-matrix")
    {
        int size = classes.Count, cell = Math.Clamp(360 / size, 48, 130);
        var sheet = new Sheet(
            new Scale("", -0.5, size - 0.5), new Scale("truth", -0.5, size - 0.5),
            width: Math.Clamp(size * cell * 3 / 2 + 190, 420, 760), height: size * cell + 78,
            rows: [.. classes.Reverse()]);
        sheet.Plot.HideGrid();
        sheet.Plot.Axes.Bottom.IsVisible = false;
        for (int truth = 0; truth < size; truth++)
        {
            for (int call = 0; call < size; call++) DrawCell(sheet, counts[truth], truth, call);
        }
        float room = sheet.Area.Width / size - 8;
        for (int call = 0; call < size; call++)
        {
            string fitted = FigureFont.Fit(classes[call], Sheet.TextSize, room);
            sheet.TextAt(new Pixel(sheet.Across(call), sheet.Area.Bottom + 6), fitted, Palette.Muted, Alignment.UpperCenter);
        }
        sheet.TextAt(new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Bottom + 28), "called", Palette.Text, Alignment.UpperCenter);
        return sheet.Finish(name, AltText(classes, counts));
    }

    private static void DrawCell(Sheet sheet, IReadOnlyList<long> row, int truth, int call)
    {
        const double Inset = 0.015;
        long rows = row.Sum();
        double share = rows == 0 ? 0 : (double)row[call] / rows;
        int up = row.Count - 1 - truth; // the first class stands on top
        sheet.Box(
            call - 0.5 + Inset, call + 0.5 - Inset, up - 0.5 + Inset, up + 0.5 - Inset,
            call == truth ? Palette.Line(0) : Palette.Line(1), Faintest + (Deepest - Faintest) * share);
        if (row[call] == 0 && row.Count > FewClasses)
        {
            sheet.TextAt(Centre(0), "0", Palette.Muted, Alignment.MiddleCenter); // of many classes most cells are empty
            return;
        }

        bool roomForShare = sheet.Area.Height / row.Count > 46;
        sheet.TextAt(Centre(roomForShare ? -10 : 0), Numbers.Count(row[call]), Palette.Text, Alignment.MiddleCenter, bold: true);
        if (roomForShare && rows > 0) sheet.TextAt(Centre(11), Numbers.Percent(share), Palette.Text, Alignment.MiddleCenter);

        Pixel Centre(float down) => new(sheet.Across(call), sheet.Up(up) + down);
    }

    private static string AltText(IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<long>> counts) =>
        "Truth against calls: " + string.Join("; ", classes.Select((name, truth) =>
            $"of {Numbers.Count(counts[truth].Sum())} {name}, {Numbers.Count(counts[truth][truth])} were called so")) + ".";
}
