using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Words at a pixel of the figure, inside or outside the axes, on a patch of page where lines may run behind.</summary>
internal sealed class PlacedText(LabelStyle style, Pixel at) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        style.Render(rp.Canvas, at, rp.Paint);
    }
}
