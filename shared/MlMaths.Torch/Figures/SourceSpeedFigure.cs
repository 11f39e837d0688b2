using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>How long each way to a gradient takes: a bar each, with the ratio to the first.</summary>
public static class SourceSpeedFigure
{
    private const double HalfBar = 0.3;

    /// <summary>Draws the bars, the first on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="times">Each source with its time, µs.</param>
    public static Figure Draw(string name, IReadOnlyList<(string Source, double Microseconds)> times)
    {
        double longest = times.Select(time => time.Microseconds).DefaultIfEmpty(1).Max();
        var sheet = new Sheet(
            new Scale("time of one gradient (µs)", 0, longest * 1.05), new Scale("", -0.6, times.Count - 0.4),
            height: times.Count * 46 + 80, right: 190, rows: [.. times.Reverse().Select(time => time.Source)]);
        for (int i = 0; i < times.Count; i++)
        {
            int up = times.Count - 1 - i;
            double time = times[i].Microseconds;
            sheet.Box(0, time, up - HalfBar, up + HalfBar, Palette.Line(i), 0.55);
            sheet.Text(Words(times, i), time, up, Palette.Text, Alignment.MiddleLeft, dx: 6);
        }

        return sheet.Finish(name, $"Time of one gradient: {string.Join("; ", times.Select((time, i) => $"{time.Source} {Words(times, i)}"))}.");
    }

    private static string Words(IReadOnlyList<(string Source, double Microseconds)> times, int i) =>
        $"{Numbers.Short(times[i].Microseconds)} µs" + (i == 0 ? "" : $", {Numbers.Fixed(times[i].Microseconds / times[0].Microseconds, 2)} of {times[0].Source}");
}
