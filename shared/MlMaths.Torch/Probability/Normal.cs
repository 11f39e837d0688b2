using Gauss = MathNet.Numerics.Distributions.Normal;

namespace MlMaths.Torch.Probability;

/// <summary>The normal distribution N(μ, σ²).</summary>
public static class Normal
{
    /// <summary>φ((x − μ)/σ)/σ, φ(z) = e^(−z²/2) / √(2π).</summary>
    public static double Density(double x, double mean = 0, double deviation = 1) => Gauss.PDF(mean, deviation, x);

    /// <summary>Φ((x − μ)/σ): the probability of a value of at most x.</summary>
    public static double Cumulative(double x, double mean = 0, double deviation = 1) => Gauss.CDF(mean, deviation, x);

    /// <summary>The x below which a share p lies: Φ⁻¹(p)·σ + μ. Infinite at 0 and 1.</summary>
    public static double Quantile(double p, double mean = 0, double deviation = 1) => Gauss.InvCDF(mean, deviation, p);

    /// <summary>z with a central probability of <paramref name="confidence"/>: 1.96 for 95 %. By the lower tail, which a confidence near 1 leaves its digits.</summary>
    public static double TwoSidedQuantile(double confidence) => -Quantile((1 - Interval.Checked(confidence)) / 2);

    /// <summary>P(|Z| ≥ |z|). By the lower tail, so that a large z loses no digits to 1 − Φ.</summary>
    public static double TwoSidedPValue(double z) => 2 * Cumulative(-Math.Abs(z));

    /// <summary>One value, drawn with the generator that is handed in.</summary>
    public static double Draw(Random random, double mean = 0, double deviation = 1) => Gauss.Sample(random, mean, deviation);
}
