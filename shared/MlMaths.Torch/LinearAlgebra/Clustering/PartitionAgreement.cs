namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How far two groupings of the same rows say the same, whatever the groups are called.
///
/// <code>
/// n_ij rows in group i of one and j of the other;  aᵢ = Σⱼ n_ij,  bⱼ = Σᵢ n_ij
/// pairs together in both     S = Σ C(n_ij, 2)        expected by chance  E = Σ C(aᵢ, 2) Σ C(bⱼ, 2) / C(n, 2)
/// adjusted Rand              (S − E) / (½ [Σ C(aᵢ, 2) + Σ C(bⱼ, 2)] − E)
/// mutual information         I = Σ n_ij/n ln( n n_ij / (aᵢ bⱼ) ),  entropies H_a = −Σ aᵢ/n ln(aᵢ/n), H_b
/// normalised                 I / ½(H_a + H_b)
/// </code>
/// Sources: L. Hubert, P. Arabie, 1985, Journal of Classification 2:193–218; A. Strehl, J. Ghosh, 2002, Journal of Machine
/// Learning Research 3:583–617 (here with the arithmetic mean of the entropies).
/// </summary>
/// <param name="AdjustedRand">1 for equal groupings, about 0 for unrelated ones, never below −½.</param>
/// <param name="NormalisedMutualInformation">0 to 1. Not corrected for chance: many small groups raise it.</param>
public sealed record PartitionAgreement(double AdjustedRand, double NormalisedMutualInformation)
{
    /// <summary>Compares two groupings of the same rows, given as one label per row.</summary>
    public static PartitionAgreement Of<TFirst, TSecond>(IReadOnlyList<TFirst> first, IReadOnlyList<TSecond> second)
        where TFirst : notnull
        where TSecond : notnull
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"One grouping has {first.Count} rows, the other {second.Count}.");
        ArgumentOutOfRangeException.ThrowIfZero(first.Count);

        long[] a = [.. first.GroupBy(label => label).Select(group => group.LongCount())];
        long[] b = [.. second.GroupBy(label => label).Select(group => group.LongCount())];
        long[] both = [.. first.Zip(second).GroupBy(pair => pair).Select(group => group.LongCount())];
        return new PartitionAgreement(AdjustedRandOf(both, a, b, first.Count), MutualInformationOf(both, a, b, first.Count));
    }

    private static double AdjustedRandOf(long[] both, long[] a, long[] b, long n)
    {
        // Whole numbers of 64 bits: n = 100,000 already has five thousand million pairs.
        long together = both.Sum(Pairs), inFirst = a.Sum(Pairs), inSecond = b.Sum(Pairs), all = Pairs(n);
        // All in one group, or every row alone, in both: the groupings are the same.
        if (inFirst == inSecond && (inFirst == 0 || inFirst == all)) return 1;
        double expected = (double)inFirst * inSecond / all;
        return (together - expected) / (0.5 * (inFirst + inSecond) - expected);
    }

    private static double MutualInformationOf(long[] both, long[] a, long[] b, long n)
    {
        double first = Entropy(a, n), second = Entropy(b, n);
        if (first == 0 && second == 0) return 1;
        // I = H_a + H_b − H_ab, which rounding may take a hair below 0.
        return Math.Max(0, first + second - Entropy(both, n)) / (0.5 * (first + second));
    }

    private static double Entropy(long[] counts, long n) =>
        counts.Length == 1 ? 0 : counts.Sum(count => -(double)count / n * Math.Log((double)count / n));

    private static long Pairs(long count) => count * (count - 1) / 2;
}
