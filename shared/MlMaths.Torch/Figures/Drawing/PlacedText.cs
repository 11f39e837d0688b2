using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Words at a pixel of the figure, inside or outside the axes, on a patch of page where lines may run behind.</summary>
internal sealed class PlacedText(LabelStyle style, Pixel at) : Mark
{
    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        style.Render(rp.Canvas, at, rp.Paint);
    }
}
