using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>How much of the variance the first components hold together, and how many it takes for a given share.</summary>
public static class CumulativeShareFigure
{
    /// <summary>Draws the sums.</summary>
    /// <param name="ratios">Explained share of each component, descending.</param>
    /// <param name="marks">Shares to mark: 0.8, 0.9 and 0.95, for instance.</param>
    /// <param name="kept">How many components are kept.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> ratios, IReadOnlyList<double> marks, int kept, string name = "cumulative-share") => Paper.Both(() =>
    {
        double[] sums = [.. ratios.Select((_, i) => ratios.Take(i + 1).Sum())];
        string[] words = [.. marks.Select(mark => Needed(sums, mark))];
        var sheet = new Sheet(
            new Scale("components", 0, Math.Max(ratios.Count, 1) * 1.02, SmallestStep: 1), new Scale("share of the variance", 0, 1.02),
            height: 380, right: EndLabels.RoomFor(words));
        var labels = new EndLabels();
        for (int i = 0; i < marks.Count; i++)
        {
            Ink ink = Palette.Line(i + 1);
            sheet.Level(marks[i], ink);
            labels.Add(words[i], ink, sheet.X.High, marks[i]);
        }
        double[] numbers = [.. Enumerable.Range(0, sums.Length + 1).Select(number => (double)number)];
        sheet.Line(numbers, [0, .. sums], Palette.Line(0));
        for (int i = 0; i < marks.Count; i++)
        {
            int first = FirstAt(sums, marks[i]);
            if (first >= 0) sheet.Point(first + 1, sums[first], Palette.Line(i + 1), size: 9);
        }
        if (kept > 0 && kept <= sums.Length) DrawKept(sheet, kept, sums);
        labels.Draw(sheet);
        string keeps = kept > 0 && kept <= sums.Length
            ? $" {(kept == 1 ? "The one kept explains" : $"The {kept} kept explain")} {NumberText.Percent(sums[kept - 1])}."
            : "";
        return sheet.Finish(name,
            $"Share of the variance explained by the first of {ratios.Count} components together: "
            + $"{string.Join("; ", words)}.{keeps}");
    });

    // 0.6 + 0.3 is a rounding error below 0.9, and reaches it.
    private static int FirstAt(double[] sums, double mark) => Array.FindIndex(sums, sum => sum >= mark - 1e-12);

    private static string Needed(double[] sums, double mark)
    {
        int first = FirstAt(sums, mark);
        string how = first < 0 ? "not reached" : first == 0 ? "1 component" : $"{first + 1} components";
        return $"{NumberText.Percent(mark)}: {how}";
    }

    private static void DrawKept(Sheet sheet, int kept, double[] sums)
    {
        bool toLeft = kept > 0.6 * sums.Length;
        sheet.Upright(kept, Palette.Text);
        sheet.Point(kept, sums[kept - 1], Palette.Text, size: 12);
        sheet.Text($"{kept} kept: {NumberText.Percent(sums[kept - 1])}", kept, 0, Palette.Text,
            toLeft ? Alignment.LowerRight : Alignment.LowerLeft, dx: toLeft ? -7 : 7, dy: -6);
    }
}
