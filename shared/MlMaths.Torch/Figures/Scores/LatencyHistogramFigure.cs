using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Service times of one way to serve, with p50, p95 and p99 and the bands of their intervals.</summary>
public static class LatencyHistogramFigure
{
    private const int Bins = 48, Width = 680, Height = 400;

    /// <summary>Draws the histogram. Equal factors are equal distances: the slowest call may take a hundred times the usual.</summary>
    /// <param name="sample">The calls.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(LatencySample sample, string name = "latency-histogram") => Paper.Both(() =>
    {
        IReadOnlyList<LatencyMark> percentiles = LatencyMarks.Of(sample);
        double[] shown = [.. sample.Sorted.Where(time => time <= Limit(sample, percentiles[^1]))];
        Scale x = Scale.Logarithm("service time (µs)", [.. shown, .. LatencyMarks.Ends(percentiles)]);
        int[] counts = Counts(shown, x);
        string[] remarks = [.. Remarks(sample, percentiles, shown.Length)];
        var marks = new UprightMarks(percentiles.Select(MarkOf).OfType<UprightMark>(), remarks.Length);
        Scale y = Scale.FromZero("calls", counts.Select(count => (double)count)) with { SmallestStep = 1 };
        var sheet = new Sheet(x, marks.RoomAbove(y, Height), Width, Height, marks.RoomRight(x, Width));
        DrawBars(sheet, counts);
        marks.Draw(sheet);
        for (int line = 0; line < remarks.Length; line++)
        {
            sheet.TextAt(
                new Pixel(sheet.Area.Right - 4, UprightMarks.Above(sheet, line)), remarks[line], Palette.Muted,
                Alignment.MiddleRight, patch: true);
        }
        return sheet.Finish(name, AltText(sample, percentiles));
    });

    private static int[] Counts(double[] times, Scale x)
    {
        double low = Math.Log(x.Low), width = (Math.Log(x.High) - low) / Bins;
        int[] counts = new int[Bins];
        foreach (double time in times.Where(time => time > 0))
            counts[Math.Clamp((int)((Math.Log(time) - low) / width), 0, Bins - 1)]++;
        return counts;
    }

    private static void DrawBars(Sheet sheet, int[] counts)
    {
        double low = Math.Log(sheet.X.Low), width = (Math.Log(sheet.X.High) - low) / Bins;
        for (int bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
            {
                sheet.Box(
                    Math.Exp(low + (bin + 0.06) * width), Math.Exp(low + (bin + 0.94) * width), 0, counts[bin],
                    Palette.Line(0), opacity: 0.75);
            }
        }
    }

    private static UprightMark? MarkOf(LatencyMark mark, int index)
    {
        if (mark.Estimate.Value is not double value) return null;
        (double, double)? band = mark.Estimate is { Low: double low, High: double high } ? (low, high) : null;
        return new UprightMark(
            value, mark.Words, index == 0 ? Palette.Text : Palette.Line(index), LinePattern.DenselyDashed)
        {
            Band = band,
        };
    }

    private static IEnumerable<string> Remarks(LatencySample sample, IReadOnlyList<LatencyMark> percentiles, int shown)
    {
        foreach (LatencyMark mark in percentiles.Where(mark => mark.Estimate.Value is null)) yield return mark.Words;
        if (sample.Sorted.Count - shown is int beyond and > 0)
            yield return $"not shown: {beyond} slower, up to {NumberText.Brief(sample.Sorted[^1])} µs";
    }

    /// <summary>A few calls may take a thousand times the usual: they are counted in words, and do not flatten the others.</summary>
    private static double Limit(LatencySample sample, LatencyMark slowest) =>
        2 * (slowest.Estimate.High ?? slowest.Estimate.Value ?? sample.Sorted[^1]);

    private static string AltText(LatencySample sample, IReadOnlyList<LatencyMark> marks) =>
        $"Histogram of {NumberText.Count(sample.Sorted.Count)} service times of {sample.Subject}: "
        + $"{string.Join("; ", marks.Select(mark => mark.Words))}. "
        + $"The slowest call took {NumberText.Brief(sample.Sorted[^1])} µs. {sample.Outliers} lie beyond "
        + $"{NumberText.Brief(sample.Fence)} µs, {sample.CollectedOutliers} of them with a garbage collection.";
}
