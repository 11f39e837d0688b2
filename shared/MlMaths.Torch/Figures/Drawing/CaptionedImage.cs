namespace MlMaths.Torch.Figures;

/// <summary>A small grey picture with a line below it.</summary>
/// <param name="Pixels">Row by row from above, <c>[row, column]</c>, from 0 (page) to 1 (ink); beyond them is cut.</param>
/// <param name="Caption">What stands below; shortened to the picture's room.</param>
public sealed record CaptionedImage(double[,] Pixels, string Caption);
