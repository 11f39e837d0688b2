namespace MlMaths.Torch.Probability;

/// <summary>Fisher's F distribution: the ratio of two independent estimates of one variance.</summary>
public static class FisherF
{
    /// <summary>
    /// P(F ≥ f) with ν₁ and ν₂ degrees of freedom, directly, so that a large f keeps its digits:
    /// I_x(ν₂/2, ν₁/2), x = ν₂ / (ν₂ + ν₁ f); 0 for an infinite f.
    /// </summary>
    public static double UpperTail(double f, double numerator, double denominator) =>
        (double.IsNaN(f) ? Finite.Checked(f) : f) <= 0 ? 1 : double.IsPositiveInfinity(f) ? 0
        : Beta.Cumulative(
            Finite.Positive(denominator) / (denominator + Finite.Positive(numerator) * f), denominator / 2,
                numerator / 2);
}
