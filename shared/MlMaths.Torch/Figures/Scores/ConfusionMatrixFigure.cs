using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Counts of truth (rows) against calls (columns); the deeper a cell, the larger its share of the row.</summary>
public static class ConfusionMatrixFigure
{
    internal const double Deepest = 0.4;

    private const double Faintest = 0.04, Inset = 0.015;

    // Of many classes most cells are empty, and of very many not all can be drawn, nor all of their counts be read.
    private const int FewClasses = 4, ManyClasses = 12, MaxClasses = 30, MaxOnNarrow = 10, MaxCounts = 150, Shades = 20;
    private const int LineOfText = 18, MostLines = 2;
    private const float WidestNumbered = 140, Margin = 8;

    /// <summary>Draws the matrix of two classes, the positive one first.</summary>
    public static Figure Draw(ConfusionMatrix matrix, string positive, string negative, string name = "confusion-matrix") =>
        Draw(
            [positive, negative],
            [[matrix.TruePositives, matrix.FalseNegatives], [matrix.FalsePositives, matrix.TrueNegatives]], name);

    /// <summary>Draws the matrix of any number of classes; of more than thirty, those with most mistakes; on narrow paper ten.</summary>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="counts">One row per true class, one column per predicted class, in the order of the names.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<long>> counts, string name = "confusion-matrix") => Paper.Both(() =>
    {
        int[] shown = MostConfused(counts);
        int size = shown.Length, cell = size > ManyClasses ? 26 : Math.Clamp(360 / size, 48, 130);
        int width = Paper.Fit(Math.Clamp(size * cell * 3 / 2 + 190, 420, size > ManyClasses ? 1080 : 760));
        float room = width * 0.8f / size - 8;
        // Where names are too long for their columns, columns have numbers and the rows say whose; a key below, on narrow paper.
        bool numbered = size > FewClasses && shown.Any(label => FigureFont.Width(classes[label], Sheet.TextSize) > room);
        string[] key = numbered ? [.. shown.Select(label => $"{label + 1} {classes[label]}")] : [];
        string[] names = [.. shown.Index().Select(at => !numbered ? classes[at.Item]
            : Paper.IsNarrow ? $"{at.Item + 1}"
            : FigureFont.Fit(key[at.Index], Sheet.TextSize, WidestNumbered))];
        var sheet = new Sheet(
            new Scale("", -0.5, size - 0.5), new Scale("truth", -0.5, size - 0.5), width, height: size * cell + 78,
            rows: [.. names.Reverse()]);
        sheet.HideGrid();
        sheet.HideAcross();
        ConfusionCell[] cells = [.. ConfusionCell.Of(counts, shown)];
        FillCells(sheet, cells);
        ConfusionCell[] full = [.. cells.Where(cell => cell.Count > 0).OrderByDescending(cell => cell.Count)];
        foreach (ConfusionCell one in size > ManyClasses ? full.Take(MaxCounts) : cells) Say(sheet, one, size);
        int more = NameColumns(sheet, [.. shown.Select(label => numbered ? $"{label + 1}" : classes[label])]) - 1;
        sheet.Lengthen(more * LineOfText);
        sheet.TextAt(
            new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Bottom + 28 + more * LineOfText), "predicted", Palette.Text,
            Alignment.UpperCenter);
        if (Paper.IsNarrow) WriteKey(sheet, key, width);
        return sheet.Finish(
            name, AltText(classes, counts, shown) + (size > ManyClasses && full.Length > MaxCounts
                ? $" The {MaxCounts} largest counts are written in their cells."
                : ""));
    });

    /// <summary>Whose number is whose, in two columns where all names are short.</summary>
    private static void WriteKey(Sheet sheet, string[] key, int width)
    {
        float half = width / 2f - 2 * Margin;
        int columns = key.All(name => FigureFont.Width(name, Sheet.TextSize) <= half) ? 2 : 1;
        int lines = (key.Length + columns - 1) / columns;
        float top = sheet.Area.Bottom + 28 + 2 * LineOfText;
        foreach ((int at, string name) in key.Index())
        {
            sheet.TextAt(
                new Pixel(Margin + at / lines * (width / 2f), top + at % lines * LineOfText),
                FigureFont.Fit(name, Sheet.TextSize, width / columns - 2 * Margin), Palette.Muted, Alignment.UpperLeft);
        }
        sheet.Lengthen((lines + 1) * LineOfText);
    }

    /// <summary>Few names have two lines on narrow paper, where one would be cut.</summary>
    /// <returns>How many lines the longest name has.</returns>
    private static int NameColumns(Sheet sheet, string[] names)
    {
        float wide = sheet.Area.Width / names.Length - (names.Length > ManyClasses ? 2 : 8);
        int most = 1;
        for (int call = 0; call < names.Length; call++)
        {
            IReadOnlyList<string> lines = FigureFont.Lines(names[call], Sheet.TextSize, wide);
            if (!Paper.IsNarrow || names.Length > FewClasses || lines.Count > MostLines)
                lines = [FigureFont.Fit(names[call], Sheet.TextSize, wide)];
            foreach ((int line, string words) in lines.Index())
            {
                sheet.TextAt(
                    new Pixel(sheet.Across(call), sheet.Area.Bottom + 6 + line * LineOfText), words, Palette.Muted,
                    Alignment.UpperCenter);
            }
            most = Math.Max(most, lines.Count);
        }
        return most;
    }

    private static int[] MostConfused(IReadOnlyList<IReadOnlyList<long>> counts)
    {
        IEnumerable<int> all = Enumerable.Range(0, counts.Count);
        int most = Paper.Either(MaxClasses, MaxOnNarrow);
        return [.. counts.Count <= most ? all : all.OrderByDescending(Mistakes).Take(most).Order()];

        long Mistakes(int label) => all.Where(other => other != label).Sum(other => counts[label][other] + counts[other][label]);
    }

    // Cells of one shade are one shape: of thirty classes there are nine hundred cells.
    private static void FillCells(Sheet sheet, IEnumerable<ConfusionCell> cells)
    {
        foreach (IGrouping<(bool, double), ConfusionCell> shade in cells.GroupBy(
            cell => (cell.IsRight, Math.Round(cell.Share * Shades) / Shades)))
        {
            (bool right, double share) = shade.Key;
            sheet.FillLoops([.. shade.Select(Corners)], right ? Palette.Line(0) : Palette.Line(1), Faintest + (Deepest - Faintest) * share);
        }
    }

    private static Coordinates[] Corners(ConfusionCell cell)
    {
        double left = cell.Column - 0.5 + Inset, right = cell.Column + 0.5 - Inset, low = cell.Up - 0.5 + Inset,
            high = cell.Up + 0.5 - Inset;
        return [new(left, low), new(right, low), new(right, high), new(left, high)];
    }

    private static void Say(Sheet sheet, ConfusionCell cell, int size)
    {
        var middle = new Pixel(sheet.Across(cell.Column), sheet.Up(cell.Up));
        bool quiet = cell.Count == 0 && size > FewClasses, shareToo = !quiet && cell.OfRow > 0 && sheet.Area.Height / size > 46
            && sheet.Area.Width / size > 50;
        bool bold = !quiet && size <= ManyClasses;
        string count = Count(cell.Count, sheet.Area.Width / size - 2, bold);
        sheet.TextAt(
            middle with { Y = middle.Y - (shareToo ? 10 : 0) }, count, quiet ? Palette.Muted : Palette.Text,
            Alignment.MiddleCenter, bold);
        if (shareToo) sheet.TextAt(middle with { Y = middle.Y + 11 }, NumberText.Percent(cell.Share), Palette.Text, Alignment.MiddleCenter);
    }

    /// <summary>In thousands or millions where the whole number does not fit.</summary>
    private static string Count(long count, float room, bool bold) =>
        FigureFont.Width(NumberText.Count(count), Sheet.TextSize, bold) <= room || count < 1_000 ? NumberText.Count(count)
        : count < 1_000_000 ? $"{count / 1_000}k"
        : $"{count / 1_000_000}M";

    private static string AltText(IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<long>> counts, int[] shown) =>
        "Truth against predictions: " + string.Join("; ", shown.Select(label =>
            $"of {NumberText.Count(counts[label].Sum())} {classes[label]}, {NumberText.Count(counts[label][label])} were "
            + $"predicted as such")) + "."
        + (shown.Length < classes.Count ? $" The {shown.Length} of {classes.Count} classes with the most mistakes are drawn." : "");
}
