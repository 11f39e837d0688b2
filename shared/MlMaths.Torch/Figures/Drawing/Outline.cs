using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>A thin line through pixels of the figure, in either direction.</summary>
internal sealed class Outline(IReadOnlyList<Pixel> corners, Color color, float width = 1) : Mark
{
    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        using var path = new SKPath();
        path.AddPoly([.. corners.Select(corner => corner.ToSKPoint())], close: false);
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, new LineStyle(width, color));
    }
}
