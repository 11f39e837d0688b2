using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Round marks at pixels of the figure, without a rim, so that many close together read as a line.</summary>
internal sealed record Discs(IReadOnlyList<Pixel> At, Ink Ink, float Size) : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        var style = new MarkerStyle(MarkerShape.FilledCircle, Size, Ink.Color);
        foreach (Pixel pixel in At)
            Drawing.DrawMarker(rp.Canvas, rp.Paint, sheet.Where(pixel), style);
    }
}
