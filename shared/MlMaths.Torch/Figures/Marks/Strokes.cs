using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>Lines through pixels of the figure, drawn as one shape.</summary>
internal sealed class Strokes(IReadOnlyList<IReadOnlyList<Pixel>> lines, Color color, float width) : Mark
{
    private readonly float _tolerance = Straightened.Tolerance;

    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        using var path = new SKPath();
        foreach (IReadOnlyList<Pixel> line in lines)
            path.AddPoly(Straightened.Of([.. line.Select(corner => corner.ToSKPoint())], _tolerance), close: false);
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, new LineStyle(width, color));
    }
}
