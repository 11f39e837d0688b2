using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>The area inside closed loops, as one shape; a loop inside another is a hole.</summary>
internal sealed class FilledLoops(IReadOnlyList<Coordinates[]> loops, Color color) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var outline = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (Coordinates[] loop in loops)
            outline.AddPoly([.. loop.Select(at => Axes.GetPixel(at).ToSKPoint())], close: true);
        Drawing.FillPath(rp.Canvas, rp.Paint, outline, new FillStyle { Color = color, IsVisible = true });
    }
}
