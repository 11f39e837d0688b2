using Law = MathNet.Numerics.Distributions.StudentT;

namespace MlMaths.Torch.Probability;

/// <summary>
/// Student's t distribution: a mean in units of its estimated standard error. Infinitely many degrees of freedom make
/// it the normal one.
/// <code>
/// t² / (ν + t²) ~ Beta(½, ν/2) so that a quantile of t is one of the beta distribution, which keeps the digits of any
/// tail
/// </code>
/// </summary>
public static class StudentT
{
    // From here on the normal distribution is as near as numbers can tell.
    private const double Normally = 1e14;

    /// <summary>P(T ≤ t); 0 and 1 at −∞ and ∞.</summary>
    public static double Cumulative(double t, double degreesOfFreedom) =>
        Law.CDF(0, 1, Degrees(degreesOfFreedom), NotNaN(t));

    /// <summary>The t below which a share p lies; infinite at 0 and 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        double tail = Finite.Share(p) <= 0.5 ? p : 1 - p;
        double t = LowerQuantile(tail, Degrees(degreesOfFreedom));
        return p <= 0.5 ? t : -t;
    }

    /// <summary>
    /// The t with a central probability of <paramref name="confidence"/>, by the lower tail so that a confidence near 1
    /// keeps its digits; that of the normal distribution at infinitely many degrees of freedom.
    /// </summary>
    public static double TwoSidedQuantile(double confidence, double degreesOfFreedom) =>
        -LowerQuantile((1 - Interval.Checked(confidence)) / 2, Degrees(degreesOfFreedom));

    /// <summary>P(|T| ≥ |t|), by the lower tail so that a large t keeps its digits; 0 where it is infinite.</summary>
    public static double TwoSidedPValue(double t, double degreesOfFreedom) => 2 * Cumulative(-Math.Abs(t), degreesOfFreedom);

    private static double LowerQuantile(double tail, double ν)
    {
        if (tail is 0 or 0.5) return tail == 0 ? double.NegativeInfinity : 0;
        if (ν >= Normally) return Normal.Quantile(tail);
        double near = Beta.UpperQuantile(2 * tail, 0.5, ν / 2); // t²/(ν + t²)
        if (near <= 0.5) return -Math.Sqrt(ν * near / (1 - near));
        double rest = Beta.Quantile(2 * tail, ν / 2, 0.5); // ν/(ν + t²), where it is the smaller one
        return -Math.Sqrt(ν * ((1 - rest) / rest));
    }

    private static double Degrees(double degreesOfFreedom) => degreesOfFreedom > 0 ? degreesOfFreedom
        : throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom,
            "Degrees of freedom lie above 0.");

    private static double NotNaN(double t) =>
        double.IsNaN(t) ? throw new ArgumentOutOfRangeException(nameof(t), t, "It must be a number.") : t;
}
