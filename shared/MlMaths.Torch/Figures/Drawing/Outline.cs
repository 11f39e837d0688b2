using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>A thin line through pixels of the figure, in either direction.</summary>
internal sealed record Outline(IReadOnlyList<Pixel> Corners, Ink Ink, double Opacity = 1, float Width = 1) : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        using var path = new SKPath();
        path.AddPoly([.. Corners.Select(corner => sheet.Where(corner).ToSKPoint())], close: false);
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, new LineStyle(Width, Ink.At(Opacity)));
    }
}
