using MathNet.Numerics;
using Law = MathNet.Numerics.Distributions.ChiSquared;

namespace MlMaths.Torch.Probability;

/// <summary>The χ² distribution: the sum of squares of k independent standard normal values.</summary>
public static class ChiSquared
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cumulative(double x, double degreesOfFreedom) =>
        Law.CDF(Finite.Positive(degreesOfFreedom), Finite.Checked(x));

    /// <summary>P(X ≥ x), directly: 1 − <see cref="Cumulative"/> is 0 for every p-value below 1e-16.</summary>
    public static double UpperTail(double x, double degreesOfFreedom) =>
        Finite.Positive(degreesOfFreedom) > 0 && Finite.Checked(x) <= 0 ? 1
            : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>The x below which a share p lies.</summary>
    public static double Quantile(double p, double degreesOfFreedom) =>
        Law.InvCDF(Finite.Positive(degreesOfFreedom), Finite.Share(p));
}
