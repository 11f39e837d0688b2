using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What may be believed of a difference: its density, the part that would not matter, and the interval below it.</summary>
public static class DifferenceDensityFigure
{
    private const int Width = 500, Height = 320;
    private const float MinNamed = 16;

    /// <summary>Draws the density over a band of differences too small to matter, with a line at none.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="label">What differs, with its unit.</param>
    /// <param name="places">Differences, ascending.</param>
    /// <param name="densities">One each.</param>
    /// <param name="interval">Drawn below the curve.</param>
    /// <param name="rope">Half of the band's width, 0 or more.</param>
    public static Figure Draw(
        string name, string label, IReadOnlyList<double> places, IReadOnlyList<double> densities, Interval interval,
        double rope) => Paper.Both(() =>
    {
        double[] ends = [0, .. places, .. new[] { interval.Low, interval.High }.OfType<double>()];
        double peak = densities.Max();
        Scale x = Scale.Linear(label, ends);
        var sheet = new Sheet(x, new Scale("how plausible", -0.16 * peak, 1.2 * peak, Marks: []), Width, Height);
        double left = Math.Max(-rope, x.Low), right = Math.Min(rope, x.High);
        if (right > left) sheet.Box(left, right, sheet.Y.Low, sheet.Y.High, Palette.Muted, opacity: 0.16);
        Area(sheet, places, densities, place => place >= 0, Palette.Line(0));
        Area(sheet, places, densities, place => place <= 0, Palette.Line(1));
        sheet.Line([.. places], [.. densities], Palette.Text);
        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        if (interval is { Low: double low, High: double high, Value: double value })
        {
            sheet.Line([low, high], [-0.08 * peak, -0.08 * peak], Palette.Text, width: 3);
            sheet.Point(value, -0.08 * peak, Palette.Text, size: 9);
        }

        // Over a band that can hardly be seen, the words would seem to name all that is below them.
        if (sheet.Across(right) - sheet.Across(left) > MinNamed)
        {
            sheet.TextAt(
                new Pixel((sheet.Across(left) + sheet.Across(right)) / 2, sheet.Area.Top + 2), "would not matter",
                Palette.Muted, Alignment.UpperCenter);
        }
        return sheet.Finish(name,
            $"Density of {label}, between {NumberText.Brief(places[0])} and {NumberText.Brief(places[^1])}, "
            + $"highest at {NumberText.Brief(places[densities.ToList().IndexOf(peak)])}; "
            + $"the interval below it is {NumberText.Brief(interval.Low ?? double.NaN)} to "
            + $"{NumberText.Brief(interval.High ?? double.NaN)}, "
            + $"and the band of differences that would not matter ±{NumberText.Brief(rope)}.");
    });

    private static void Area(Sheet sheet, IReadOnlyList<double> places, IReadOnlyList<double> densities, Func<double, bool> inside, Ink ink)
    {
        int[] kept = [.. Enumerable.Range(0, places.Count).Where(i => inside(places[i]))];
        if (kept.Length < 2) return;
        sheet.Fill(
            [
                new(places[kept[0]], 0), .. kept.Select(i => new Coordinates(places[i], densities[i])),
                new(places[kept[^1]], 0),
            ],
            ink, opacity: 0.35);
    }
}
