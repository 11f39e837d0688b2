namespace MlMaths.Torch.Probability;

/// <summary>
/// How often a z test of two proportions calls a difference that is there, and how many trials it takes (J. L. Fleiss, 1981,
/// Statistical Methods for Rates and Proportions). Under “no change” the statistic has the pooled spread, under the truth
/// its own:
/// <code>
/// s₀² = q(1 − q)(1/n₁ + 1/n₂),  q = (n₁p₁ + n₂p₂)/(n₁ + n₂)        s₁² = p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂
/// power = Φ((δ − z s₀)/s₁) + Φ((−δ − z s₀)/s₁)                     δ = p₂ − p₁,  z = z_{1 − α/2}
/// n     = ( z √(2q(1 − q)) + z_power √(p₁(1 − p₁) + p₂(1 − p₂)) )² / δ²      of each group, both alike
/// </code>
/// The formula for n drops the second term, which is the chance to call the wrong sign.
/// </summary>
public static class ProportionPower
{
    /// <summary>The chance of a p-value below α.</summary>
    /// <param name="first">p₁.</param>
    /// <param name="firstTrials">n₁, at least 1.</param>
    /// <param name="second">p₂.</param>
    /// <param name="secondTrials">n₂, at least 1.</param>
    /// <param name="level">α.</param>
    public static double Of(double first, long firstTrials, double second, long secondTrials, double level = 0.05)
    {
        double n1 = firstTrials, n2 = secondTrials,
            q = (n1 * Finite.Share(first) + n2 * Finite.Share(second)) / (n1 + n2);
        double s0 = Math.Sqrt(q * (1 - q) * (1 / n1 + 1 / n2)), s1 = Math.Sqrt(first * (1 - first) / n1 + second * (1 - second) / n2);
        double z = Normal.TwoSidedQuantile(1 - level), delta = second - first;
        if (s1 == 0) return Math.Abs(delta) > z * s0 ? 1 : 0;
        return Math.Min(1, Normal.Cumulative((delta - z * s0) / s1) + Normal.Cumulative((-delta - z * s0) / s1));
    }

    /// <summary>Trials of each group for a power; not rounded. The rates differ.</summary>
    public static double TrialsFor(double first, double second, double power = 0.8, double level = 0.05)
    {
        if (first == second)
        {
            throw new ArgumentException(
                "Two equal rates: no number of trials finds a difference that is not there.", nameof(second));
        }
        double q = (Finite.Share(first) + Finite.Share(second)) / 2, delta = second - first;
        double root = Normal.TwoSidedQuantile(1 - level) * Math.Sqrt(2 * q * (1 - q))
                    + Normal.Quantile(power) * Math.Sqrt(first * (1 - first) + second * (1 - second));
        return root * root / (delta * delta);
    }
}
