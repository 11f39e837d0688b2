using Gauss = MathNet.Numerics.Distributions.Normal;

namespace MlMaths.Torch.Probability;

/// <summary>The normal distribution N(μ, σ²); σ is above 0.</summary>
public static class Normal
{
    /// <summary>φ((x − μ)/σ)/σ, φ(z) = e^(−z²/2) / √(2π); 0 where x is infinite.</summary>
    public static double Density(double x, double mean = 0, double deviation = 1) =>
        Gauss.PDF(Finite.Checked(mean), Finite.Positive(deviation), NotNaN(x, nameof(x)));

    /// <summary>Φ((x − μ)/σ): the probability of a value of at most x; 0 at −∞ and 1 at ∞.</summary>
    public static double Cumulative(double x, double mean = 0, double deviation = 1) =>
        Gauss.CDF(Finite.Checked(mean), Finite.Positive(deviation), NotNaN(x, nameof(x)));

    /// <summary>The x below which a share p lies: Φ⁻¹(p)·σ + μ. Infinite at 0 and 1.</summary>
    public static double Quantile(double p, double mean = 0, double deviation = 1) =>
        Gauss.InvCDF(Finite.Checked(mean), Finite.Positive(deviation), Finite.Share(p));

    /// <summary>
    /// z with a central probability of <paramref name="confidence"/>: 1.96 for 95 %. By the lower tail, which leaves a
    /// confidence near 1 its digits.
    /// </summary>
    public static double TwoSidedQuantile(double confidence) => -Quantile((1 - Interval.Checked(confidence)) / 2);

    /// <summary>
    /// P(|Z| ≥ |z|), 0 for an infinite z. By the lower tail, so that a large z loses no digits to 1 − Φ.
    /// </summary>
    public static double TwoSidedPValue(double z) => 2 * Cumulative(-Math.Abs(NotNaN(z, nameof(z))));

    /// <summary>One value, by the quantile of one number that is neither 0 nor 1.</summary>
    internal static double Draw(ref SplitMix64 random) => Quantile(Math.Clamp(random.Unit(), 1e-16, 1 - 1e-16));

    /// <summary>One value, drawn with the generator that is handed in.</summary>
    public static double Draw(Random random, double mean = 0, double deviation = 1) =>
        Gauss.Sample(random, Finite.Checked(mean), Finite.Positive(deviation));

    private static double NotNaN(double x, string name) =>
        double.IsNaN(x) ? throw new ArgumentOutOfRangeException(name, x, "It must be a number; an infinite one will "
            + "do.") : x;
}
