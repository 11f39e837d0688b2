using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The rates that rules read from a sweep and from a range test, as figures mark them.</summary>
internal static class LearningRateMark
{
    /// <summary>All that have an answer.</summary>
    public static UprightMark[] Of(LearningRateRangeTest test, double? sweepBest) =>
        [.. new (string Name, double? Rate, Ink Ink, LinePattern? Pattern)[]
        {
            ("sweep's best", sweepBest, Palette.Text, null),
            ("valley", test.Valley, Palette.Line(2), LinePattern.DenselyDashed),
            ("steepest fall", test.Steepest, Palette.Line(3), LinePattern.Dotted),
            ("minimum / 10", test.TenthOfMinimum, Palette.Line(4), LinePattern.Dashed),
        }
        .Where(mark => mark.Rate is > 0)
        .Select(mark => new UprightMark(mark.Rate!.Value, $"{mark.Name} {NumberText.Brief(mark.Rate.Value)}", mark.Ink, mark.Pattern))];

    /// <summary>In a sentence.</summary>
    public static string Words(UprightMark[] marks) =>
        marks.Length == 0 ? "No rule has an answer." : $"Marked: {string.Join(", ", marks.Select(mark => mark.Words))}.";
}
