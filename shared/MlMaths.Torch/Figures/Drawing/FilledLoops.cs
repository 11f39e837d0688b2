using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>The area inside closed loops, as one shape; a loop inside another is a hole.</summary>
/// <param name="Loops">In the units of the axes.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal sealed record FilledLoops(IReadOnlyList<IReadOnlyList<Coordinates>> Loops, Ink Ink, double Opacity) : Mark
{
    /// <summary>See <see cref="Straightened"/>.</summary>
    public float Tolerance { get; init; } = Straightened.Tolerance;

    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        using var outline = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (IReadOnlyList<Coordinates> loop in Loops)
            outline.AddPoly(Straightened.Of([.. loop.Select(at => axes.GetPixel(at).ToSKPoint())], Tolerance), close: true);
        Drawing.FillPath(rp.Canvas, rp.Paint, outline, new FillStyle { Color = Ink.At(Opacity), IsVisible = true });
    }
}
