using Law = MathNet.Numerics.Distributions.Gamma;

namespace MlMaths.Torch.Probability;

/// <summary>
/// The gamma distribution with scale 1: how long the k-th of events takes that come at random, once in a unit of time
/// on average.
/// </summary>
public static class Gamma
{
    /// <summary>The x below which a share p lies; the shape is above 0.</summary>
    public static double Quantile(double p, double shape) => Law.InvCDF(Finite.Positive(shape), 1, Finite.Share(p));

    /// <summary>
    /// A random number of the law: d(1 + cz)³ of a normal z, kept or drawn again (G. Marsaglia and W. W. Tsang, 2000, ACM
    /// Transactions on Mathematical Software 26:363–372).
    /// <code>
    /// d = k − 1/3,  c = 1/√(9d),  v = (1 + cz)³ &gt; 0       kept where ln u &lt; z²/2 + d − dv + d ln v
    /// k &lt; 1:  Gamma(k + 1) · u^(1/k)
    /// </code>
    /// </summary>
    internal static double Draw(ref SplitMix64 random, double k)
    {
        if (k < 1) return Draw(ref random, k + 1) * Math.Pow(Open(ref random), 1 / k);
        double d = k - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double z = Normal.Draw(ref random), root = 1 + c * z, v = root * root * root;
            if (v > 0 && Math.Log(Open(ref random)) < z * z / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }

    // Within (0, 1): neither end has a logarithm or a quantile.
    private static double Open(ref SplitMix64 random) => Math.Clamp(random.Unit(), 1e-16, 1 - 1e-16);
}
