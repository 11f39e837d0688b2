namespace MlMaths.Torch.Probability;

/// <summary>The beta distribution on [0, 1], density ∝ x^(α − 1) (1 − x)^(β − 1).</summary>
public static class Beta
{
    /// <summary>P(X ≤ x): the regularised incomplete beta function I_x(α, β); 0 below 0 and 1 above 1.</summary>
    public static double Cumulative(double x, double alpha, double beta)
    {
        Finite.Checked(x);
        (alpha, beta) = (IncompleteBeta.Checked(alpha, nameof(alpha)), IncompleteBeta.Checked(beta, nameof(beta)));
        return Math.Exp(IncompleteBeta.Log(alpha, beta, x, 1 - x));
    }

    /// <summary>The x below which a share p lies.</summary>
    public static double Quantile(double p, double alpha, double beta)
    {
        Finite.Share(p);
        (alpha, beta) = (IncompleteBeta.Checked(alpha, nameof(alpha)), IncompleteBeta.Checked(beta, nameof(beta)));
        return p == 0 ? 0 : p == 1 ? 1
            : p <= 0.5 ? IncompleteBeta.Quantile(alpha, beta, p, upper: false)
            : IncompleteBeta.Quantile(alpha, beta, 1 - p, upper: true);
    }

    /// <summary>The x above which a share p lies, directly: 1 − p would lose the digits of a small p.</summary>
    public static double UpperQuantile(double p, double alpha, double beta)
    {
        Finite.Share(p);
        (alpha, beta) = (IncompleteBeta.Checked(alpha, nameof(alpha)), IncompleteBeta.Checked(beta, nameof(beta)));
        return p == 0 ? 1 : p == 1 ? 0 : IncompleteBeta.Quantile(alpha, beta, p, upper: true);
    }
}
