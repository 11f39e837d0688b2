namespace MlMaths.Torch.Probability;

/// <summary>
/// Factorials and powers of large counts without their cancellation: ln n! of a billion is 2·10¹⁰, so that a difference
/// of such logarithms keeps six digits. Here only what is small is worked out (C. Loader, Fast and Accurate Computation of
/// Binomial Probabilities, 2000).
/// <code>
/// ln Γ(z + 1)  = z ln z − z + ½ ln 2πz + δ(z)        δ(z) = 1/12z − 1/360z³ + …
/// D(a, m)      = a ln(a/m) + m − a ≥ 0               with v = (a − m)/(a + m):
///              = (a − m)v + 2a Σ_{j≥1} v^(2j+1)/(2j + 1)          near a = m, where the first form cancels
/// </code>
/// </summary>
internal static class StirlingError
{
    // From here on the series below is right to the last digit.
    private const double Large = 16;

    /// <summary>δ(z), z above 0.</summary>
    public static double Of(double z)
    {
        if (z >= Large) return Series(z);
        // Γ(z + 1) = Γ(z + k + 1) / ((z + 1) … (z + k))
        double shifted = z, product = 1;
        while (shifted < Large) product *= ++shifted;
        double logGamma = shifted * Math.Log(shifted) - shifted + 0.5 * Math.Log(Math.Tau * shifted) + Series(shifted) - Math.Log(product);
        return logGamma - (z * Math.Log(z) - z + 0.5 * Math.Log(Math.Tau * z));
    }

    /// <summary>D(a, m): how far a lies from m, both above 0.</summary>
    public static double Deviance(double a, double m)
    {
        if (Math.Abs(a - m) > 0.1 * (a + m)) return a * Math.Log(a / m) + m - a;
        double v = (a - m) / (a + m), sum = (a - m) * v, power = 2 * a * v, before;
        int odd = 1;
        do
        {
            power *= v * v;
            before = sum;
            sum += power / (odd += 2);
        }
        while (sum != before);
        return sum;
    }

    private static double Series(double z)
    {
        double w = 1 / (z * z);
        return (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360 - w / 156)))))) / z;
    }
}
