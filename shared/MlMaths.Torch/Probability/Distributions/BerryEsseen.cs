namespace MlMaths.Torch.Probability;

/// <summary>
/// How far the mean of n independent values can be from normal (A. C. Berry, 1941; C.-G. Esseen, 1942), with the smallest
/// constant that is known (I. Shevtsova, 2011, arXiv 1111.6554). The first term of the expansion says how far it usually is:
/// <code>
/// |P(z ≤ x) − Φ(x)| ≤ 0.4748 ρ/√n,   ρ = E|X − μ|³/σ³          at every x, for every n
///                   ≈ γ/(6√(2πn)),   γ = E(X − μ)³/σ³          at x = 0, for large n and a law with a density
/// </code>
/// </summary>
public static class BerryEsseen
{
    /// <summary>0.4748: no law exceeds it.</summary>
    public const double Constant = 0.4748;

    /// <summary>The bound; above 1 it says nothing.</summary>
    /// <param name="absoluteThirdMoment">ρ, at least 1.</param>
    /// <param name="count">n.</param>
    public static double Bound(double absoluteThirdMoment, int count) =>
        Constant * Finite.NotNegative(absoluteThirdMoment) / Math.Sqrt(count);

    /// <summary>The first term, where the mean of a skewed law is furthest from normal.</summary>
    public static double FirstTerm(double skewness, int count) =>
        Math.Abs(Finite.Checked(skewness)) / (6 * Math.Sqrt(2 * Math.PI * count));
}
