using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>How long each way to a gradient takes: a bar each, with the ratio to the first.</summary>
public static class SourceSpeedFigure
{
    private const double HalfBar = 0.3;
    private const float WidestName = 110;

    /// <summary>Draws the bars, the first on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="times">Each source with its time, µs.</param>
    public static Figure Draw(string name, IReadOnlyList<(string Source, double Microseconds)> times) => Paper.Both(() =>
    {
        string first = times.Count == 0 ? "" : FigureFont.Fit(times[0].Source, Sheet.TextSize, WidestName);
        float right = times.Select((_, i) => FigureFont.Width(Words(times, i, first), Sheet.TextSize)).DefaultIfEmpty(0).Max() + 16;
        var sheet = new Sheet(
            Scale.FromZero("time of one gradient (µs)", times.Select(time => time.Microseconds), headroom: 1.02),
            new Scale("", -0.6, Math.Max(times.Count, 1) - 0.4),
            height: Math.Max(times.Count, 1) * 46 + 80, right: right, rows: [.. times.Reverse().Select(time => time.Source)]);
        for (int i = 0; i < times.Count; i++)
        {
            int up = times.Count - 1 - i;
            double time = times[i].Microseconds;
            sheet.Box(0, time, up - HalfBar, up + HalfBar, Palette.Line(i), 0.75);
            sheet.Text(Words(times, i, first), time, up, Palette.Text, Alignment.MiddleLeft, dx: 6);
        }

        if (times.Count == 0) sheet.Note("nothing was timed");
        return sheet.Finish(name, times.Count == 0
            ? "Time of one gradient: nothing was timed."
            : $"Time of one gradient: "
                + $"{string.Join("; ", times.Select((time, i) => $"{time.Source} {Words(times, i, times[0].Source)}"))}"
                + $".");
    });

    private static string Words(IReadOnlyList<(string Source, double Microseconds)> times, int i, string first) =>
        $"{NumberText.Brief(times[i].Microseconds)} µs"
        + (i == 0 ? "" : $", {NumberText.Fixed(times[i].Microseconds / times[0].Microseconds, 2)} of {first}");
}
