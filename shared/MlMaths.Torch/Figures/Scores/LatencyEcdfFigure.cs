using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// For every time, the share of calls that were answered by then (the empirical distribution function), one curve for each
/// way to serve. Curves further left are faster; a long way from p50 to p99 is a wait that nobody can plan with.
/// </summary>
public static class LatencyEcdfFigure
{
    // Each curve's name at a height of its own: where one slow call stretches the axis, curves stand side by side.
    private static readonly double[] NamedAt = [0.44, 0.62, 0.26];
    private const int FewCurves = 3;

    /// <summary>Draws the curves.</summary>
    /// <param name="samples">One per way to serve.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<LatencySample> samples, string name = "latency-ecdf") => Paper.Both(() =>
    {
        string[] names = [.. LatencyMarks.Shares.Select(share => LatencyPercentile.NameOf(share))];
        var sheet = new Sheet(
            // An interval may reach past all calls: another round of them may be faster than any of these.
            Scale.Logarithm("service time (µs)",
                samples.SelectMany(sample => sample.Sorted.Concat(LatencyMarks.Ends(LatencyMarks.Of(sample))))),
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
        DrawNames(sheet, samples);
        return sheet.Finish(name, AltText(samples));
    });

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

    // Each name beside the middle of its curve, clear of all curves as far as there is room.
    private static void DrawNames(Sheet sheet, IReadOnlyList<LatencySample> samples)
    {
        var names = new SpreadLabels(sheet);
        // between many there is no room: only names avoid each other
        foreach (LatencySample sample in samples.Where(_ => samples.Count <= FewCurves))
        {
            Pixel[] corners = [.. Enumerable.Range(0, 41).Select(part => Corner(sample, part / 40.0))];
            foreach ((Pixel from, Pixel to) in corners.Zip(corners.Skip(1))) names.Avoid(from, to);
        }
        for (int i = 0; i < samples.Count; i++)
            names.Add($"{samples[i].Subject}", Palette.Line(i), Corner(samples[i], NamedAt[i % NamedAt.Length]), side: 1);
        names.Draw();

        Pixel Corner(LatencySample sample, double share) =>
            new(sheet.Across(Math.Max(sample.Sorted[(int)(share * (sample.Sorted.Count - 1))], sheet.X.Low)), sheet.Up(share));
    }

    private static string AltText(IReadOnlyList<LatencySample> samples) =>
        "Share of calls answered within a time: "
        + string.Join("; ", samples.Select(sample =>
            $"{sample.Subject}: {string.Join(", ", LatencyMarks.Of(sample).Select(mark => mark.Words))}"))
        + ".";
}
