using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Draws nothing, and takes the dashes off the paint that all parts of a plot share: left on, they would be tried on the
/// markers that follow, and the writer of SVG complains of that on standard error.
/// </summary>
internal sealed record SolidLineReset : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes) => rp.Paint.SKPathEffect = null!;
}
