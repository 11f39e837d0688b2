using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// A share or a cost window after window: what was estimated without labels, with its interval, and what the labels
/// said later.
/// </summary>
public static class WindowTrackFigure
{
    private const int Width = 500, Height = 330;
    private const string Estimated = "estimate", Labelled = "labels, later";

    /// <summary>Draws the windows from left to right.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="valueLabel">What is estimated, with its unit.</param>
    /// <param name="unit">What a window is called: <c>week</c>.</param>
    /// <param name="windows">What each window is called on the axis.</param>
    /// <param name="estimates">One per window, in the unit; undefined ones stay empty.</param>
    /// <param name="later">What the labels said, in the unit; null where there is nothing to say.</param>
    /// <param name="before">The value of the reference rows; null draws none.</param>
    /// <param name="alarm">Place of the first window that rang; null marks none.</param>
    public static Figure Draw(
        string name, string valueLabel, string unit, IReadOnlyList<string> windows, IReadOnlyList<Interval> estimates,
        IReadOnlyList<double?> later, double? before, int? alarm) => Paper.Both(() =>
    {
        double[] values = [.. estimates.SelectMany(one => new[] { one.Value, one.Low, one.High }).Concat(later)
            .Append(before)
            .OfType<double>()];
        Scale y = Scale.FromZero(FigureFont.Printable(valueLabel), values) is var scale && alarm is null
            ? scale
            : scale.WithRoomAbove(0.09);
        string beforeWords = before is double old ? $"before: {NumberText.Brief(old)}" : "";
        var sheet = new Sheet(
            Across(unit, windows), y, Width, Height, right: EndLabels.RoomFor([Estimated, Labelled, beforeWords]));
        var labels = new EndLabels { KeptFree = alarm is null ? 0 : 20 };
        if (before is double level)
        {
            sheet.Level(level, Palette.Muted);
            labels.Add(beforeWords, Palette.Muted, windows.Count, level);
        }

        if (alarm is int rang) DrawAlarm(sheet, rang + 1, $"alarm: {unit} {windows[rang]}");
        DrawLater(sheet, labels, later);
        DrawEstimates(sheet, labels, estimates);
        labels.Draw(sheet);
        if (values.Length == 0) sheet.Note("not defined in any window");
        return sheet.Finish(name, AltText(valueLabel, unit, windows, estimates, later, alarm));
    });

    private static Scale Across(string unit, IReadOnlyList<string> windows)
    {
        float widest = windows.Select(window => FigureFont.Width(window, Sheet.TextSize)).DefaultIfEmpty(10).Max() + 14;
        int every = Math.Max(1, (int)Math.Ceiling(windows.Count * widest / 330));
        return new Scale(FigureFont.Printable(unit), 0.4, windows.Count + 0.6)
        {
            Marks = [.. Enumerable.Range(0, windows.Count).Where(place => place % every == 0)
                .Select(place => (place + 1.0, windows[place]))],
        };
    }

    private static void DrawAlarm(Sheet sheet, double at, string words)
    {
        bool toLeft = sheet.Across(at) > sheet.Area.HorizontalCenter;
        sheet.Upright(at, Palette.Text);
        sheet.Text(
            FigureFont.Printable(words), at, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -6 : 6, dy: 2);
    }

    private static void DrawLater(Sheet sheet, EndLabels labels, IReadOnlyList<double?> later)
    {
        int[] known = [.. Enumerable.Range(0, later.Count).Where(place => later[place] is not null)];
        if (known.Length == 0) return;
        double[] xs = [.. known.Select(place => place + 1.0)], ys = [.. known.Select(place => later[place]!.Value)];
        sheet.Line(xs, ys, Palette.Positive, width: 1, LinePattern.DenselyDashed);
        sheet.Points(xs, ys, Palette.Positive, MarkerShape.FilledDiamond, size: 9);
        labels.Add(Labelled, Palette.Positive, xs[^1], ys[^1]);
    }

    private static void DrawEstimates(Sheet sheet, EndLabels labels, IReadOnlyList<Interval> estimates)
    {
        int last = -1;
        for (int place = 0; place < estimates.Count; place++)
        {
            if (estimates[place].Value is not double value) continue;
            if (estimates[place] is { Low: double low, High: double high })
                sheet.Line([place + 1, place + 1], [low, high], Palette.Negative);
            sheet.Point(place + 1, value, Palette.Negative, size: 9);
            last = place;
        }

        if (last >= 0) labels.Add(Estimated, Palette.Negative, last + 1, estimates[last].Value!.Value);
    }

    private static string AltText(
        string valueLabel, string unit, IReadOnlyList<string> windows, IReadOnlyList<Interval> estimates,
        IReadOnlyList<double?> later, int? alarm)
    {
        int[] both = [.. Enumerable.Range(0, windows.Count).Where(place => later[place] is not null && estimates[place].HasEnds)];
        int held = both.Count(place => estimates[place].Contains(later[place]!.Value));
        string rang = alarm is int at ? $" The alarm first goes off in {unit} "
            + $"{windows[at]}." : " The alarm never goes off.";
        double[] values = [.. estimates.Select(estimate => estimate.Value).OfType<double>()];
        string range = values.Length == 0 ? "not defined in any"
            : $"between {NumberText.Brief(values.Min())} and {NumberText.Brief(values.Max())}";
        return $"{valueLabel} as estimated without labels in {Counted.Of(windows.Count, "window")}, {range}; "
            + $"in {held} of {both.Length} the interval contains what the labels said later.{rang}";
    }
}
