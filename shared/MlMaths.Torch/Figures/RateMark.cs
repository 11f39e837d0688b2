using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A rate that a rule reads from a sweep or a range test, as figures mark it.</summary>
internal sealed record RateMark(string Name, double Rate, Ink Ink, LinePattern? Pattern)
{
    private const float LineOfText = 20;

    /// <summary>All that have an answer.</summary>
    public static RateMark[] Of(RateRangeTest test, double? sweepBest) =>
        [.. new (string Name, double? Rate, Ink Ink, LinePattern? Pattern)[]
        {
            ("sweep's best", sweepBest, Palette.Text, null),
            ("valley", test.Valley, Palette.Line(2), LinePattern.DenselyDashed),
            ("steepest fall", test.Steepest, Palette.Line(3), LinePattern.Dotted),
            ("minimum / 10", test.TenthOfMinimum, Palette.Line(4), LinePattern.Dashed),
        }
        .Where(mark => mark.Rate is > 0).Select(mark => new RateMark(mark.Name, mark.Rate!.Value, mark.Ink, mark.Pattern))];

    /// <summary>Room for their names to the right of the axes.</summary>
    public static float Room(RateMark[] marks) => EndLabels.RoomFor(marks.Select(mark => mark.Label));

    /// <summary>Upright lines; their names, in their colours, stand right of the axes where nothing else is.</summary>
    public static void DrawAll(Sheet sheet, RateMark[] marks)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            sheet.Line([marks[i].Rate, marks[i].Rate], [sheet.Y.Low, sheet.Y.High], marks[i].Ink, 2, marks[i].Pattern);
            sheet.TextAt(new Pixel(sheet.Area.Right + 10, sheet.Area.Top + 10 + LineOfText * i), marks[i].Label, marks[i].Ink, Alignment.MiddleLeft);
        }
    }

    /// <summary>In a sentence.</summary>
    public static string Words(RateMark[] marks) =>
        marks.Length == 0 ? "No rule has an answer." : $"Marked: {string.Join(", ", marks.Select(mark => mark.Label))}.";

    private string Label => $"{Name} {Numbers.Short(Rate)}";
}
