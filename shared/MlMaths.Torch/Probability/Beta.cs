using Law = MathNet.Numerics.Distributions.Beta;

namespace MlMaths.Torch.Probability;

/// <summary>The beta distribution on [0, 1], density ∝ x^(α − 1) (1 − x)^(β − 1).</summary>
public static class Beta
{
    /// <summary>P(X ≤ x): the regularised incomplete beta function I_x(α, β).</summary>
    public static double Cumulative(double x, double alpha, double beta) => Law.CDF(alpha, beta, x);

    /// <summary>The x below which a share p lies.</summary>
    public static double Quantile(double p, double alpha, double beta) => Law.InvCDF(alpha, beta, p);
}
