namespace MlMaths.Torch.Probability;

/// <summary>Fisher's F distribution: the ratio of two independent estimates of one variance.</summary>
public static class FisherF
{
    /// <summary>
    /// P(F ≥ f) with ν₁ and ν₂ degrees of freedom, directly, so that a large f keeps its digits:
    /// I_x(ν₂/2, ν₁/2), x = ν₂ / (ν₂ + ν₁ f).
    /// </summary>
    public static double UpperTail(double f, double numerator, double denominator) =>
        f <= 0 ? 1 : double.IsPositiveInfinity(f) ? 0 : Beta.Cumulative(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
}
