using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Draws nothing, and takes the dashes off the paint that all parts of a plot share: left on, they would be tried on the
/// markers that follow, and the writer of SVG complains of that on standard error.
/// </summary>
internal sealed class SolidLineReset : Mark
{
    public override void Render(RenderPack rp) => rp.Paint.SKPathEffect = null!;
}
