using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A law of counts as bars, and simulated shares as points with their sampling error upon them.</summary>
public static class CountLawFigure
{
    private const int Width = 500, Height = 340;

    /// <summary>Draws both.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="countLabel">What is counted, and in what: <c>conversions a day</c>.</param>
    /// <param name="law">What the bars are: <c>binomial law</c>.</param>
    /// <param name="simulated">What the points are: <c>simulated days</c>.</param>
    /// <param name="shares">In the order of the counts.</param>
    public static Figure Draw(
        string name, string countLabel, string law, string simulated, IReadOnlyList<CountShare> shares) => Paper.Both(() =>
    {
        double first = shares[0].Count, last = Math.Max(shares[^1].Count, first + 1);
        double[] heights = [.. shares.SelectMany(share => new[] { share.Expected, share.Seen.High ?? share.Seen.Value ?? 0 })];
        var sheet = new Sheet(
            new Scale(countLabel, first - 0.7, last + 0.7, MarkedFrom: first, SmallestStep: 1),
            Scale.FromZero("share of all", heights), Width, Height);
        Ink bars = Palette.Line(0), points = Palette.Line(1);
        foreach (CountShare share in shares)
        {
            sheet.Box(share.Count - 0.42, share.Count + 0.42, 0, share.Expected, bars, opacity: 0.45);
            if (share.Seen is { Low: double low, High: double high }) sheet.Line([share.Count, share.Count], [low, high], points);
            if (share.Seen.Value is double seen) sheet.Point(share.Count, seen, points, size: 7);
        }

        sheet.TextAt(new Pixel(sheet.Area.Right - 4, sheet.Area.Top + 2), law, bars, Alignment.UpperRight, bold: true, patch: true);
        sheet.TextAt(
            new Pixel(sheet.Area.Right - 4, sheet.Area.Top + 22), simulated, points, Alignment.UpperRight, bold: true,
            patch: true);
        return sheet.Finish(name, AltText(countLabel, law, simulated, shares));
    });

    private static string AltText(string countLabel, string law, string simulated, IReadOnlyList<CountShare> shares)
    {
        int held = shares.Count(share => share.Seen.Contains(share.Expected));
        CountShare farthest = shares.MaxBy(share => Math.Abs((share.Seen.Value ?? 0) - share.Expected))!;
        return $"Shares of {countLabel}, from {NumberText.Count(shares[0].Count)} to {NumberText.Count(shares[^1].Count)}: "
            + $"the intervals of {held} of {shares.Count} points ({simulated}) contain their bar ({law}). "
            + $"They are farthest apart at {farthest.Count}: "
            + $"{NumberText.Percent(farthest.Seen.Value ?? 0)} against {NumberText.Percent(farthest.Expected)}.";
    }
}
