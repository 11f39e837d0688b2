namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether the logarithm of the target lies nearer to a line with normal errors of one spread than the target itself (G. E. P. Box and
/// D. R. Cox, 1964, Journal of the Royal Statistical Society B 26:211–252). The power λ = 1 is y, and λ = 0 is ln y; the sum of logarithms
/// makes the two densities comparable:
/// <code>
/// ℓ(λ) = −n/2 ln(RSS_λ / n) + (λ − 1) Σ ln yᵢ        RSS₁ of y, RSS₀ of ln y, both on the same columns
/// G    = ℓ(0) − ℓ(1)                                  helps where 2G is above the 95 % point of χ² with one degree of freedom, 3.84
/// </code>
/// </summary>
/// <param name="Gain">G, in nats over all rows.</param>
public sealed record LogarithmGain(double Gain)
{
    private const double Enough = 3.841458820694124 / 2;

    /// <summary>Whether it helps.</summary>
    public bool Helps => Gain > Enough;

    /// <summary>Of a target on some columns; null where a value is not above 0, or nothing is left over.</summary>
    /// <param name="qr">The columns, a constant among them.</param>
    /// <param name="y">One value for each row, all finite.</param>
    public static LogarithmGain? Of(HouseholderQr qr, double[] y)
    {
        Finite.Check(y);
        if (y.Any(value => value <= 0)) return null;
        double[] logarithms = Array.ConvertAll(y, Math.Log);
        double plain = qr.Residuals(y).Sum(r => r * r), logged = qr.Residuals(logarithms).Sum(r => r * r);
        if (!(plain > 0) || !(logged > 0)) return null;
        double n = y.Length;
        return new(n / 2 * (Math.Log(plain) - Math.Log(logged)) - logarithms.Sum());
    }
}
