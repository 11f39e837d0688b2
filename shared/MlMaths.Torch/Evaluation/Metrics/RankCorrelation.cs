using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Spearman's ρ: Pearson's correlation of the ranks, so that one far value counts as one rank.
/// <code>
/// t = ρ √( (n − 2)/(1 − ρ²) )    about Student's t with n − 2 degrees of freedom where nothing goes together
/// </code>
/// Source: Spearman, 1904, American Journal of Psychology 15:72.
/// </summary>
/// <param name="Rho">Correlation ρ from −1 to 1.</param>
/// <param name="PValue">Two-sided, for no connection.</param>
public sealed record RankCorrelation(double Rho, double PValue)
{
    /// <summary>Of at least three pairs; null where one of the two does not vary.</summary>
    public static RankCorrelation? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Finite.Check(first);
        Finite.Check(second);
        if (first.Length < 3 || RegressionErrors.Of(Midranks.Of(first), Midranks.Of(second)).Pearson is not double ρ) return null;
        int degrees = first.Length - 2;
        double rest = 1 - ρ * ρ;
        return new RankCorrelation(ρ, rest <= 1e-14 ? 0 : StudentT.TwoSidedPValue(ρ * Math.Sqrt(degrees / rest), degrees));
    }
}
