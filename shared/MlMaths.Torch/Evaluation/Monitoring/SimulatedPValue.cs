namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The p-value of a distance among drawn ones. Counting ends at 1/(B + 1); what lies further out is read from the shape of the tail:
/// distances of Kolmogorov's kind and of a single share fall like e^(−c D²), so that beyond u, which a tenth of them pass, D² − u²
/// is about exponential.
/// <code>
/// p = (1 + #(D* ≥ D)) / (B + 1)                               while at least ten are as large
/// p = 0.1 e^(−(D² − u²)/s),  s = mean of D*² − u² beyond u    else
/// </code>
/// Source of the idea: T. Knijnenburg and others, Fewer permutations, more accurate P-values (2009), Bioinformatics 25:i161–i168.
/// </summary>
internal static class SimulatedPValue
{
    /// <summary>From so many on counting is exact enough, and drawing may end.</summary>
    public const int Enough = 10;

    private const double TailShare = 0.1;

    public static double Of(double distance, IReadOnlyList<double> drawn)
    {
        int farther = drawn.Count(one => one >= distance);
        double[] descending = [.. drawn.OrderDescending()];
        int tail = (int)(TailShare * descending.Length);
        double counted = (1.0 + farther) / (1 + drawn.Count);
        if (farther >= Enough || tail < 2)
            return counted;
        double u = descending[tail], excess = descending.Take(tail).Average(one => one * one) - u * u;
        return excess > 0 && distance > u ? TailShare * Math.Exp(-(distance * distance - u * u) / excess) : counted;
    }
}
