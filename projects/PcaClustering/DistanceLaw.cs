namespace MlMaths.Torch.PcaClustering;

/// <summary>
/// How distances scatter between rows of d independent normal columns of one deviation σ: they are √2 σ times a χ variable.
/// <code>
/// r(d) = Γ((d + 1)/2) / Γ(d/2)     r(1) = 1/√π,  r(d + 1) = (d/2)/r(d)
/// mean of χ = √2 r(d),  mean of χ² = d   ⇒   deviation / mean = √( d/(2 r(d)²) − 1 )     about 1/√(2d)
/// </code>
/// </summary>
internal static class DistanceLaw
{
    /// <summary>Deviation over mean of all distances in so many dimensions, 1 or more.</summary>
    public static double Variation(int dimensions)
    {
        double r = 1 / Math.Sqrt(Math.PI);
        for (int d = 1; d < dimensions; d++) r = d / 2.0 / r;
        return Math.Sqrt(dimensions / (2 * r * r) - 1);
    }
}
