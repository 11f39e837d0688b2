using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// One metric over many random splits as a heap, and below it, on the same scale, the intervals that claim to know its
/// scatter.
/// </summary>
public static class SplitLuckFigure
{
    private const int Bins = 24, Width = 500, RowHeight = 30, HeapHeight = 170;

    /// <summary>Draws the heap and the intervals.</summary>
    /// <param name="valueLabel">The metric, with its unit.</param>
    /// <param name="values">One per split.</param>
    /// <param name="intervals">From top to bottom, each with its name.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        string valueLabel, IReadOnlyList<double> values, IReadOnlyList<NamedInterval> intervals, string name) => Paper.Both(() =>
    {
        NamedInterval[] drawn = [.. intervals.Where(one => one.Estimate.HasEnds)];
        double[] ends = [.. values, .. drawn.SelectMany(one => new[] { one.Estimate.Low!.Value, one.Estimate.High!.Value })];
        Scale across = Scale.Linear(FigureFont.Printable(valueLabel), ends);
        (double Low, double High, double Share)[] bars = Bars(values);
        // Rows of intervals are below 0, the heap above; both in units of a row.
        double heap = (double)HeapHeight / RowHeight, unit = heap / bars.Max(bar => bar.Share);
        var sheet = new Sheet(
            across, new Scale("", -drawn.Length - 0.3, heap * 1.12), Width,
            (int)(HeapHeight * 1.12) + (drawn.Length + 1) * RowHeight + 60, rows: []);
        sheet.HideGrid();
        foreach ((double low, double high, double share) in bars)
            sheet.Box(low, high, 0, unit * share, Palette.Line(0), opacity: 0.6);

        sheet.Level(0, Palette.Frame, LinePattern.Solid, width: 1);
        foreach ((int row, NamedInterval one) in drawn.Index())
            DrawInterval(sheet, one, -row - 0.85, Palette.Line(row + 1));
        return sheet.Finish(name, AltText(valueLabel, values, drawn));
    });

    // The words stand on the side that has more room.
    private static void DrawInterval(Sheet sheet, NamedInterval one, double up, Ink ink)
    {
        double low = one.Estimate.Low!.Value, high = one.Estimate.High!.Value;
        sheet.Line([low, high], [up, up], ink, width: 3);
        if (one.Estimate.Value is double value) sheet.Point(value, up, ink, size: 9);
        bool right = sheet.Area.Right - sheet.Across(high) > sheet.Across(low) - sheet.Area.Left;
        float room = FigureFont.Width(one.Name, Sheet.TextSize) + 12;
        bool fits = right ? sheet.Area.Right - sheet.Across(high) > room : sheet.Across(low) - sheet.Area.Left > room;
        if (fits)
            sheet.Text(one.Name, right ? high : low, up, ink, right ? Alignment.MiddleLeft : Alignment.MiddleRight, dx: right ? 8 : -8);
        else
            sheet.Text(one.Name, (low + high) / 2, up, ink, Alignment.LowerCenter, dy: -4);
    }

    // A share of n rows takes few values: then each has its bar, as bins would be a comb of full and empty ones.
    private static (double Low, double High, double Share)[] Bars(IReadOnlyList<double> values)
    {
        double[] distinct = [.. values.Select(value => Math.Round(value, 12)).Distinct().Order()];
        double range = distinct[^1] - distinct[0],
            least = distinct.Zip(distinct.Skip(1), (one, next) => next - one).DefaultIfEmpty(1e-3).Min();
        double width = distinct.Length == 1 || range / least < Bins ? least : range / Bins;
        return
        [
            .. values.GroupBy(value => Math.Round((value - distinct[0]) / width)).Select(bin =>
            {
                double middle = distinct[0] + bin.Key * width;
                return (middle - 0.44 * width, middle + 0.44 * width, (double)bin.Count() / values.Count);
            }),
        ];
    }

    private static string AltText(string valueLabel, IReadOnlyList<double> values, NamedInterval[] intervals)
    {
        Quantiles quantiles = Quantiles.Of([.. values]);
        string claims = string.Concat(intervals.Select(one => $" {one.Name}: {IntervalWords.With(one.Estimate)}."));
        return $"{valueLabel} over {values.Count} random splits, "
            + $"from {NumberText.Brief(quantiles.At(0))} to {NumberText.Brief(quantiles.At(1))}, half of them between "
            + $"{NumberText.Brief(quantiles.At(0.25))} and {NumberText.Brief(quantiles.At(0.75))}.{claims}";
    }
}
