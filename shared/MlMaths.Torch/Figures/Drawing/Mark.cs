using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Something drawn on a figure that neither widens its axes nor stands in its legend.</summary>
internal abstract class Mark : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);
}
