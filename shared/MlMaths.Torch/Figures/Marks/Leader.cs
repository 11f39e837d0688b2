using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A thin line between two pixels of the figure: from the end of a curve to its name.</summary>
internal sealed record Leader(Pixel From, Pixel To, Ink Ink) : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        Drawing.DrawLine(
            rp.Canvas, rp.Paint, sheet.Where(From), sheet.Where(To), new LineStyle(1, Ink.Color, LinePattern.Dotted));
    }
}
