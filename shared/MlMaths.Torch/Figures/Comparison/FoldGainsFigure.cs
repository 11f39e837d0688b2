using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// How much one model gains on another: fold by fold as dots, then what each way of reading them claims, beside the
/// region where a gain would not matter.
/// </summary>
public static class FoldGainsFigure
{
    private const int Width = 500, RowHeight = 46;

    /// <summary>Draws the dots on top, the intervals below them.</summary>
    /// <param name="valueLabel">Whose gain over whom, in which metric.</param>
    /// <param name="gains">One per fold.</param>
    /// <param name="intervals">From top to bottom, each with its name.</param>
    /// <param name="rope">A gain no larger would change no decision; 0 draws no region.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        string valueLabel, IReadOnlyList<double> gains, IReadOnlyList<NamedInterval> intervals, double rope,
        string name = "fold-gains") => Paper.Both(() =>
    {
        double[] ends = [0, -rope, rope, .. gains, .. intervals.SelectMany(
            one => new[] { one.Estimate.Value, one.Estimate.Low, one.Estimate.High }.OfType<double>())];
        var sheet = new Sheet(
            Scale.Linear(FigureFont.Printable(valueLabel), ends), new Scale("", -0.6, intervals.Count + 0.8), Width,
            (intervals.Count + 1) * RowHeight + 92,
            rows: [.. intervals.Reverse().Select(one => one.Name), gains.Count > 0 ? $"{gains.Count} folds" : "no fold"]);
        if (rope > 0)
        {
            sheet.Box(-rope, rope, sheet.Y.Low, sheet.Y.High, Palette.Muted, opacity: 0.15);
            sheet.Text("practically equal", 0, sheet.Y.High, Palette.Muted, Alignment.UpperCenter, dy: 2);
        }

        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        if (gains.Count > 0) DrawDots(sheet, gains, intervals.Count);
        foreach ((int row, NamedInterval one) in intervals.Index())
            DrawInterval(sheet, one.Estimate, intervals.Count - 1 - row);
        return sheet.Finish(name, AltText(valueLabel, gains, intervals, rope));
    });

    // Equal gains would hide each other: they are stacked, the first in the middle.
    private static void DrawDots(Sheet sheet, IReadOnlyList<double> gains, int row)
    {
        var stacks = new Dictionary<int, int>();
        double step = Math.Min(0.16, 0.7 / Math.Max(1, gains.GroupBy(gain => Column(sheet, gain)).Max(stack => stack.Count())));
        double[] up = [.. gains.Select(gain =>
        {
            int column = Column(sheet, gain), place = stacks[column] = stacks.GetValueOrDefault(column) + 1;
            return row + (place % 2 == 0 ? 1 : -1) * (place / 2) * step;
        })];
        sheet.Points(gains, up, Palette.Line(0), size: 8, opacity: 0.75);
    }

    private static int Column(Sheet sheet, double gain) => (int)(sheet.Across(gain) / 7);

    private static void DrawInterval(Sheet sheet, Interval interval, int row)
    {
        bool shown = interval is { Low: > 0 } or { High: < 0 };
        Ink ink = !shown ? Palette.Muted : interval.Value > 0 ? Palette.Positive : Palette.Negative;
        if (interval is { Low: double low, High: double high })
            sheet.Line([low, high], [row, row], ink, width: 3);
        if (interval.Value is double value)
            sheet.Point(value, row, ink, size: 10);
        else
            sheet.Text("not defined", 0, row, Palette.Muted, Alignment.MiddleLeft, dx: 8);
    }

    private static string AltText(string valueLabel, IReadOnlyList<double> gains, IReadOnlyList<NamedInterval> intervals, double rope) =>
        $"{valueLabel}: above 0 on {gains.Count(gain => gain > 0)} of {gains.Count} folds, below on {gains.Count(gain => gain < 0)}."
        + string.Concat(intervals.Select(one => $" {one.Name}: {IntervalWords.With(one.Estimate)}."))
        + (rope > 0 ? $" Gains within ±{NumberText.Brief(rope)} would change no decision." : "");
}
