using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Points between the axes.</summary>
/// <param name="Xs">Across, in the units of the axis.</param>
/// <param name="Ys">Up, as many.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Shape">What each looks like.</param>
/// <param name="Size">Pixels.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record PointsMark(
    IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, Ink Ink, MarkerShape Shape, float Size, double Opacity) : Mark
{
    public override void AddTo(DrawnSheet sheet)
    {
        ScottPlot.Plottables.Markers points = sheet.Plot.Add.Markers(
            Xs.Select(sheet.X.Place).ToArray(), Ys.Select(sheet.Y.Place).ToArray(), Shape, Size, Ink.At(Opacity));
        bool filled = Shape is MarkerShape.FilledCircle or MarkerShape.FilledSquare
            or MarkerShape.FilledTriangleUp or MarkerShape.FilledDiamond;
        points.MarkerLineWidth = filled ? 1 : 2;
        if (filled) points.MarkerLineColor = Palette.Page.Color; // a rim, so that neighbours stay two
    }
}
