using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>How a figure becomes a file: every figure is saved in both ways.</summary>
/// <param name="Svg">For pages.</param>
/// <param name="Png">For slides and messages.</param>
public sealed record FigureFormats(Func<Figure, string> Svg, Func<Figure, byte[]> Png);
