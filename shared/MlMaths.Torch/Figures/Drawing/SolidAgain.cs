using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Draws nothing, and takes the dashes off the paint that all parts of a plot share: left on, they would be tried on the
/// markers that follow, and the writer of SVG complains of that on standard error.
/// </summary>
internal sealed class SolidAgain : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp) => rp.Paint.SKPathEffect = null!;
}
