namespace MlMaths.Torch.Figures;

/// <summary>A column's loadings on the two components of a biplot.</summary>
/// <param name="Name">The column.</param>
/// <param name="X">Its loading on the first component.</param>
/// <param name="Y">Its loading on the second.</param>
public sealed record BiplotArrow(string Name, double X, double Y)
{
    internal double Length => Math.Sqrt(X * X + Y * Y);
}
