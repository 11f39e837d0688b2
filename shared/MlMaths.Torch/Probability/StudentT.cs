using Law = MathNet.Numerics.Distributions.StudentT;

namespace MlMaths.Torch.Probability;

/// <summary>Student's t distribution: a mean in units of its estimated standard error.</summary>
public static class StudentT
{
    /// <summary>P(T ≤ t).</summary>
    public static double Cumulative(double t, double degreesOfFreedom) => Law.CDF(0, 1, degreesOfFreedom, t);

    /// <summary>The t below which a share p lies.</summary>
    public static double Quantile(double p, double degreesOfFreedom) => Law.InvCDF(0, 1, degreesOfFreedom, p);

    /// <summary>The t with a central probability of <paramref name="confidence"/>, by the lower tail so that a confidence near 1 keeps its digits.</summary>
    public static double TwoSidedQuantile(double confidence, double degreesOfFreedom) =>
        -Quantile((1 - Interval.Checked(confidence)) / 2, degreesOfFreedom);

    /// <summary>P(|T| ≥ |t|), by the lower tail so that a large t keeps its digits.</summary>
    public static double TwoSidedPValue(double t, double degreesOfFreedom) => 2 * Cumulative(-Math.Abs(t), degreesOfFreedom);
}
