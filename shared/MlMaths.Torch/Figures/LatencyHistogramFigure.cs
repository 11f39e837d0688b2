using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Service times of one way to serve, with p50, p95 and p99 and the bands of their intervals.</summary>
public static class LatencyHistogramFigure
{
    private const int Bins = 48;
    private const float LineOfText = 20;

    /// <summary>Draws the histogram. Equal factors are equal distances: the slowest call may take a hundred times the usual.</summary>
    /// <param name="sample">The calls.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(LatencySample sample, string name = "latency-histogram")
    {
        IReadOnlyList<LatencyMark> marks = LatencyMarks.Of(sample);
        double[] shown = [.. sample.Sorted.Where(time => time <= Limit(sample, marks[^1]))];
        Scale x = Scale.Logarithm("service time (µs)", shown);
        double low = Math.Log(x.Low), width = (Math.Log(x.High) - low) / Bins;
        int[] counts = new int[Bins];
        foreach (double time in shown.Where(time => time > 0))
            counts[Math.Clamp((int)((Math.Log(time) - low) / width), 0, Bins - 1)]++;

        var sheet = new Sheet(x, Scale.FromZero("calls", counts.Select(count => (double)count)) with { SmallestStep = 1 });
        for (int bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
                sheet.Box(Math.Exp(low + (bin + 0.06) * width), Math.Exp(low + (bin + 0.94) * width), 0, counts[bin], Palette.Line(0), opacity: 0.75);
        }
        for (int i = 0; i < marks.Count; i++) DrawMark(sheet, marks[i], i);
        if (sample.Sorted.Count - shown.Length is int beyond and > 0)
            Say(sheet, marks.Count, $"not shown: {beyond} slower, up to {Numbers.Short(sample.Sorted[^1])} µs", Palette.Muted);
        return sheet.Finish(name, AltText(sample, marks));
    }

    // Words stand in the upper right, one line below the other: there are few calls below them.
    private static void DrawMark(Sheet sheet, LatencyMark mark, int index)
    {
        Ink ink = Ink(index);
        if (mark.Estimate is { Low: double low, High: double high } && high > low) sheet.Box(low, high, 0, sheet.Y.High, ink, opacity: 0.16);
        if (mark.Estimate.Value is double value) sheet.Upright(value, ink);
        Say(sheet, index, mark.Words, ink);
    }

    private static void Say(Sheet sheet, int line, string words, Ink ink) =>
        sheet.TextAt(new Pixel(sheet.Area.Right - 4, sheet.Area.Top + 2 + line * LineOfText), words, ink, Alignment.UpperRight, patch: true);

    /// <summary>A few calls may take a thousand times the usual: they are counted in words, and do not flatten the others.</summary>
    private static double Limit(LatencySample sample, LatencyMark slowest) =>
        2 * (slowest.Estimate.High ?? slowest.Estimate.Value ?? sample.Sorted[^1]);

    private static Ink Ink(int index) => index == 0 ? Palette.Text : Palette.Line(index);

    private static string AltText(LatencySample sample, IReadOnlyList<LatencyMark> marks) =>
        $"Histogram of {Numbers.Count(sample.Sorted.Count)} service times of {sample.Subject}: {string.Join("; ", marks.Select(mark => mark.Words))}. "
        + $"The slowest call took {Numbers.Short(sample.Sorted[^1])} µs. {sample.Outliers} lie beyond {Numbers.Short(sample.Fence)} µs, "
        + $"{sample.CollectedOutliers} of them with a garbage collection.";
}
