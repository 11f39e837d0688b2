using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Weights with two intervals each, one above the other: where they differ, an assumption of one of them is in doubt.</summary>
public static class CoefficientFigure
{
    private const int Width = 500, RowHeight = 34, MaxRows = 40;
    private const double Apart = 0.17;

    /// <summary>Draws the weights in the order given, the first on top; the first forty of many.</summary>
    /// <param name="weightLabel">What is estimated, with its unit.</param>
    /// <param name="first">Drawn above, with its name.</param>
    /// <param name="second">Drawn below; as many.</param>
    /// <param name="methods">What the two are called.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        string weightLabel, IReadOnlyList<NamedInterval> first, IReadOnlyList<Interval> second,
        (string First, string Second) methods, string name = "coefficients") => Paper.Both(() =>
    {
        int shown = Math.Min(first.Count, MaxRows);
        Interval[] all = [.. first.Take(shown).Select(row => row.Estimate), .. second.Take(shown)];
        var sheet = new Sheet(
            Scale.Linear(FigureFont.Printable(weightLabel),
                [0, .. all.SelectMany(one => new[] { one.Value, one.Low, one.High }.OfType<double>())]),
            new Scale("", -0.8, shown + 0.5), Width, shown * RowHeight + 110,
            rows: [.. first.Take(shown).Reverse().Select(row => row.Name)]);
        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        for (int i = 0; i < shown; i++)
        {
            DrawOne(sheet, first[i].Estimate, shown - 1 - i + Apart, Palette.Line(0), MarkerShape.FilledCircle);
            DrawOne(sheet, second[i], shown - 1 - i - Apart, Palette.Line(1), MarkerShape.FilledSquare);
        }

        sheet.Text($"● {methods.First}", sheet.X.Low, shown + 0.1, Palette.Line(0), Alignment.MiddleLeft, dx: 8, bold: true);
        sheet.Text($"■ {methods.Second}", sheet.X.High, shown + 0.1, Palette.Line(1), Alignment.MiddleRight, dx: -8, bold: true);
        return sheet.Finish(name, AltText(weightLabel, first, second, methods));
    });

    private static void DrawOne(Sheet sheet, Interval weight, double up, Ink ink, MarkerShape shape)
    {
        if (weight is { Low: double low, High: double high }) sheet.Line([low, high], [up, up], ink);
        if (weight.Value is double value) sheet.Point(value, up, ink, shape, size: 8);
    }

    private static string AltText(
        string label, IReadOnlyList<NamedInterval> first, IReadOnlyList<Interval> second,
        (string First, string Second) methods)
    {
        int one = first.Count(row => row.Estimate.HasEnds && !row.Estimate.Contains(0)),
            other = second.Count(row => row.HasEnds && !row.Contains(0));
        NamedInterval farthest = first.MaxBy(row => Math.Abs(row.Estimate.Value ?? 0))!;
        return $"{label}: of {first.Count} intervals, {one} by {methods.First} and {other} by {methods.Second} "
            + $"exclude zero. "
            + $"The furthest from zero is {farthest.Name}, {IntervalWords.With(farthest.Estimate)}.";
    }
}
