using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A thin line between two pixels of the figure: from the end of a curve to its name.</summary>
internal sealed class Leader(Pixel from, Pixel to, Ink ink) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        Drawing.DrawLine(rp.Canvas, rp.Paint, from, to, new LineStyle(1, ink.Color, LinePattern.Dotted));
    }
}
