using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A colour that exists twice: drawn with on light paper, and what stands in for it on a dark screen.</summary>
/// <param name="Light">Colour on a light page, <c>#RRGGBB</c> in upper case; a figure is drawn with it.</param>
/// <param name="Dark">The same colour's twin on a dark page, as a style sheet puts it.</param>
internal sealed record Ink(string Light, string Dark)
{
    public Color Color => Color.FromHex(Theme.ColourOf(this));

    public Color At(double opacity) => Color.WithAlpha(opacity);
}
