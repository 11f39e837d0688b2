namespace MlMaths.Torch.Probability;

/// <summary>
/// A probability on the scale of log odds, and back.
/// <code>
/// logit(p) = ln(p/(1 − p))      0.01 and 0.02 are as far apart there as 0.98 and 0.99
/// σ(z)     = 1/(1 + e⁻ᶻ) = eᶻ/(1 + eᶻ)
/// ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|)
/// ln Σ e^xᵢ  = m + ln Σ e^(xᵢ − m)             m = max xᵢ
/// </code>
/// Each is taken in the form whose exponentials stay at 1 or below, so that none overflows.
/// </summary>
public static class Logit
{
    /// <summary>
    /// Where certainty has its place: σ(35) is about the last number below 1 that a double tells from it. No logit lies
    /// farther out.
    /// </summary>
    public const double Farthest = 35;

    /// <summary>ln(p/(1 − p)), held between −<see cref="Farthest"/> and <see cref="Farthest"/>.</summary>
    /// <param name="probability">
    /// What lies outside 0 to 1 counts as the nearer end: a threshold may be infinite. NaN stays NaN.
    /// </param>
    public static double Of(double probability)
    {
        double p = Math.Clamp(probability, 0, 1);
        return Math.Clamp(Math.Log(p / (1 - p)), -Farthest, Farthest);
    }

    /// <summary>σ(z); 0 or 1 of an infinite z, and NaN of NaN.</summary>
    public static double Probability(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>
    /// Ends of a share whose error is known, on a scale without walls: a step e of x is a step of its logit of e/(x(1 − x)), so the
    /// ends never leave 0 to 1 and lie farther off on the side where there is room.
    /// </summary>
    /// <param name="share">x, strictly between 0 and 1.</param>
    /// <param name="reach">How far the interval would reach on either side on the plain scale.</param>
    internal static (double Low, double High) Around(double share, double reach)
    {
        double step = reach / (share * (1 - share));
        return (Probability(Of(share) - step), Probability(Of(share) + step));
    }

    /// <summary>ln(1 + eᶻ), the log loss of a logit z whose row is negative; 0 or ∞ of an infinite z, and NaN of NaN.</summary>
    public static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));

    /// <summary>ln Σ e^xᵢ; −∞ of no numbers, ∞ where one is, and else NaN where one is NaN.</summary>
    public static double LogSum(IReadOnlyList<double> x)
    {
        if (x.Count == 0) return double.NegativeInfinity;
        double largest = x.Max();
        return double.IsInfinity(largest) ? largest : largest + Math.Log(x.Sum(one => Math.Exp(one - largest)));
    }
}
