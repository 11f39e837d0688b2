using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>Lines through pixels of the figure, drawn as one shape.</summary>
internal sealed class Strokes(IReadOnlyList<IReadOnlyList<Pixel>> lines, Color color, float width) : Mark
{
    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        using var path = new SKPath();
        foreach (IReadOnlyList<Pixel> line in lines)
            path.AddPoly([.. line.Select(corner => corner.ToSKPoint())], close: false);
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, new LineStyle(width, color));
    }
}
