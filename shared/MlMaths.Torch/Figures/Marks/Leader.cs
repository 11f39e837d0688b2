using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A thin line between two pixels of the figure: from the end of a curve to its name.</summary>
internal sealed class Leader(Pixel from, Pixel to, Ink ink) : Mark
{
    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        Drawing.DrawLine(rp.Canvas, rp.Paint, from, to, new LineStyle(1, ink.Color, LinePattern.Dotted));
    }
}
