using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// For every time, the share of calls that were answered by then (the empirical distribution function), one curve for each
/// way to serve. Curves further left are faster; a long way from p50 to p99 is a wait that nobody can plan with.
/// </summary>
public static class LatencyEcdfFigure
{
    private const float LineOfText = 20;

    /// <summary>Draws the curves.</summary>
    /// <param name="samples">One per way to serve.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<LatencySample> samples, string name = "latency-ecdf")
    {
        string[] names = [.. LatencyMarks.Shares.Select(share => LatencyPercentile.NameOf(share))];
        var sheet = new Sheet(
            Scale.Logarithm("service time (µs)", samples.SelectMany(sample => sample.Sorted)),
            Scale.Share("share of calls answered by then"), right: EndLabels.RoomFor(names))
        {
            Columns = 200,
        };
        var labels = new EndLabels();
        for (int i = 0; i < names.Length; i++)
        {
            sheet.Level(LatencyMarks.Shares[i], Palette.Frame, LinePattern.Dotted, width: 1);
            labels.Add(names[i], Palette.Muted, sheet.X.High, LatencyMarks.Shares[i]);
        }
        labels.Draw(sheet);
        for (int i = 0; i < samples.Count; i++) DrawCurve(sheet, samples[i], Palette.Line(i));
        for (int i = 0; i < samples.Count; i++) DrawName(sheet, samples[i], Palette.Line(i), linesBelow: samples.Count - 1 - i);
        return sheet.Finish(name, AltText(samples));
    }

    private static void DrawCurve(Sheet sheet, LatencySample sample, Ink ink)
    {
        IReadOnlyList<double> times = sample.Sorted;
        int n = times.Count;
        double[] xs = [.. times.SelectMany(time => new[] { time, time })];
        double[] ys = [.. Enumerable.Range(0, n).SelectMany(i => new[] { (double)i / n, (i + 1.0) / n })];
        sheet.Line(xs, ys, ink);
        foreach (LatencyMark mark in LatencyMarks.Of(sample))
        {
            if (mark.Estimate is { Low: double low, High: double high }) sheet.Line([low, high], [mark.Share, mark.Share], ink, width: 5);
            if (mark.Estimate.Value is double value) sheet.Point(value, mark.Share, ink, size: 9);
        }
    }

    // Names stand in the lower right, one line below the other: there no curve can be but the slowest.
    private static void DrawName(Sheet sheet, LatencySample sample, Ink ink, int linesBelow) =>
        sheet.TextAt(
            new Pixel(sheet.Area.Right - 4, sheet.Area.Bottom - 6 - linesBelow * LineOfText),
            $"{sample.Subject}", ink, Alignment.LowerRight, patch: true);

    private static string AltText(IReadOnlyList<LatencySample> samples) =>
        "Share of calls answered within a time: "
        + string.Join("; ", samples.Select(sample => $"{sample.Subject}: {string.Join(", ", LatencyMarks.Of(sample).Select(mark => mark.Words))}")) + ".";
}
