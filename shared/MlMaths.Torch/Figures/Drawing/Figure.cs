using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A drawn plot with what a page needs to place it. Drawing neither computes nor saves.</summary>
/// <param name="Name">Stem of the file names: lower case, digits and hyphens.</param>
/// <param name="AltText">Plain text for who cannot see it: what there is to see, not what kind of plot it is.</param>
/// <param name="Plot">The drawing.</param>
/// <param name="Width">Width in pixels of the picture at 1×.</param>
/// <param name="Height">Height in pixels of the picture at 1×.</param>
public sealed record Figure(string Name, string AltText, Plot Plot, int Width = 760, int Height = 440)
{
    /// <summary>The same drawn again for a telephone, 400 pixels wide; null where the drawing itself is no wider, or cannot be.</summary>
    internal Figure? Narrow { get; init; }

    /// <summary>What it is drawn from, where it was drawn on a sheet.</summary>
    internal FigureData? Data { get; init; }
}
