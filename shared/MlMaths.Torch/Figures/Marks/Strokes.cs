using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>Lines through pixels of the figure, drawn as one shape.</summary>
/// <param name="Lines">Pixels.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Opacity">From 0 to 1.</param>
/// <param name="Width">Pixels.</param>
internal sealed record Strokes(IReadOnlyList<IReadOnlyList<Pixel>> Lines, Ink Ink, double Opacity, float Width) : Mark
{
    /// <summary>See <see cref="Straightened"/>.</summary>
    public float Tolerance { get; init; } = Straightened.Tolerance;

    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        using var path = new SKPath();
        foreach (IReadOnlyList<Pixel> line in Lines)
            path.AddPoly(Straightened.Of([.. line.Select(corner => sheet.Where(corner).ToSKPoint())], Tolerance), close: false);
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, new LineStyle(Width, Ink.At(Opacity)));
    }
}
