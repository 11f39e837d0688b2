using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Round marks at pixels of the figure, without a rim, so that many close together read as a line.</summary>
internal sealed class Discs(IReadOnlyList<Pixel> at, Ink ink, float size) : Mark
{
    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        var style = new MarkerStyle(MarkerShape.FilledCircle, size, ink.Color);
        foreach (Pixel pixel in at)
            Drawing.DrawMarker(rp.Canvas, rp.Paint, pixel, style);
    }
}
