using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A forest plot: estimates with their intervals, one row each in the order given, around a line at zero.</summary>
public static class IntervalFigure
{
    private const int RowHeight = 22;

    /// <summary>Draws the plot, the first estimate on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="valueLabel">What is estimated, with its unit.</param>
    /// <param name="estimates">One per row; where the value is not defined the row stays empty.</param>
    public static Figure Draw(string name, string valueLabel, IReadOnlyList<NamedInterval> estimates) => Paper.Both(() =>
    {
        double[] ends = [0, .. estimates.SelectMany(row =>
            new[] { row.Estimate.Value, row.Estimate.Low, row.Estimate.High }.OfType<double>())];
        var sheet = new Sheet(
            Scale.Linear(valueLabel, ends), new Scale("", -0.7, estimates.Count - 0.3),
            height: Math.Max(estimates.Count, 3) * RowHeight + 80, rows: [.. estimates.Reverse().Select(row => row.Name)]);
        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        for (int i = 0; i < estimates.Count; i++) DrawRow(sheet, estimates[i], up: estimates.Count - 1 - i);
        return sheet.Finish(name, AltText(valueLabel, estimates));
    });

    private static void DrawRow(Sheet sheet, NamedInterval row, int up)
    {
        if (row.Estimate.Value is not double value)
        {
            sheet.Text("not defined", 0, up, Palette.Muted, Alignment.MiddleLeft, dx: 8);
            return;
        }

        // Faint where the interval holds zero: then not even the sign is known.
        bool signKnown = row.Estimate.HasEnds && !row.Estimate.Contains(0);
        Ink ink = !signKnown ? Palette.Muted : value > 0 ? Palette.Positive : Palette.Negative;
        if (row.Estimate is { Low: double low, High: double high }) sheet.Line([low, high], [up, up], ink);
        sheet.Point(value, up, ink, size: 10);
    }

    private static string AltText(string valueLabel, IReadOnlyList<NamedInterval> estimates)
    {
        int known = estimates.Count(row => row.Estimate.HasEnds && !row.Estimate.Contains(0));
        NamedInterval? largest = estimates.Where(row => row.Estimate.Value is not null).MaxBy(row => Math.Abs(row.Estimate.Value!.Value));
        string farthest = largest is null ? "" : $" The furthest from zero is {largest.Name}, {IntervalWords.With(largest.Estimate)}.";
        string exclude = estimates.Count == 1
            ? known == 1 ? "the interval excludes zero" : "the interval does not exclude zero"
            : $"the intervals of {known} of {estimates.Count} rows exclude zero";
        return $"{valueLabel}: {exclude}.{farthest}";
    }
}
