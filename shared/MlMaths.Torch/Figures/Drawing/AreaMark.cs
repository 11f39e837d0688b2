using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A filled polygon between the axes.</summary>
/// <param name="Corners">In the units of the axes.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record AreaMark(IReadOnlyList<Coordinates> Corners, Ink Ink, double Opacity) : Mark
{
    public override void AddTo(DrawnSheet sheet)
    {
        ScottPlot.Plottables.Polygon area =
            sheet.Plot.Add.Polygon([.. Corners.Select(c => new Coordinates(sheet.X.Place(c.X), sheet.Y.Place(c.Y)))]);
        area.FillColor = Ink.At(Opacity);
        area.LineWidth = 0;
    }
}
