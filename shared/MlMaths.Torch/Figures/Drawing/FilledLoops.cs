using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>The area inside closed loops, as one shape; a loop inside another is a hole.</summary>
internal sealed class FilledLoops(IReadOnlyList<Coordinates[]> loops, Color color) : Mark
{
    private readonly float _tolerance = Straightened.Tolerance;

    public override void Render(RenderPack rp)
    {
        using var outline = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (Coordinates[] loop in loops)
            outline.AddPoly(Straightened.Of([.. loop.Select(at => Axes.GetPixel(at).ToSKPoint())], _tolerance), close: true);
        Drawing.FillPath(rp.Canvas, rp.Paint, outline, new FillStyle { Color = color, IsVisible = true });
    }
}
