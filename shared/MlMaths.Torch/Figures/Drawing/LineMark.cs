using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>A line through places between the axes.</summary>
/// <param name="Xs">Across, in the units of the axis.</param>
/// <param name="Ys">Up, as many.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Pattern">Its dashes; null for none.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record LineMark(
    IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, Ink Ink, float Width, LinePattern? Pattern, double Opacity) : Mark
{
    public override void AddTo(DrawnSheet sheet)
    {
        Coordinates[] places = [.. Xs.Zip(Ys, (x, y) => new Coordinates(sheet.X.Place(x), sheet.Y.Place(y)))];
        ScottPlot.Plottables.Scatter line = sheet.Plot.Add.ScatterLine(places, Ink.At(Opacity));
        line.LineWidth = Width;
        line.LinePattern = Pattern ?? LinePattern.Solid;
        if (Pattern is not null) new SolidLineReset().AddTo(sheet);
        // Skia writes a dash as its outline: four numbers with straight ends, sixty with round ones.
        line.LineStyle.StrokeCap = Pattern is null ? SKStrokeCap.Round : SKStrokeCap.Butt;
        line.LineStyle.StrokeJoin = Pattern is null ? SKStrokeJoin.Round : SKStrokeJoin.Miter;
    }
}
