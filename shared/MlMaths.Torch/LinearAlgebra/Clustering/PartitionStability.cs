using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether the same clusters come back when the rows are drawn again (A. Ben-Hur, A. Elisseeff, I. Guyon, 2002, Pacific
/// Symposium on Biocomputing): two bootstrap samples are clustered, and compared on the rows that are in both.
///
/// <code>
/// stability = mean over pairs of samples of ARI(labels in one, labels in the other; common rows)
/// </code>
/// Stable is not yet real: the halves of any oblong cloud come back. Hence the same measure on structureless rows.
/// </summary>
/// <param name="K">Clusters.</param>
/// <param name="Agreement">The mean over all pairs, and the range that 95 % of the pairs lie in.</param>
/// <param name="Reference">The same for structureless rows, a new table for each pair.</param>
public sealed record PartitionStability(int K, Interval Agreement, Interval Reference)
{
    /// <summary>Pairs of bootstrap samples.</summary>
    public const int DefaultPairs = 20;

    private const double StableFrom = 0.8;

    /// <summary>Whether the same groups come back from one sample to the next.</summary>
    public bool IsStable => Agreement.Value >= StableFrom;

    private const int Restarts = 5;

    /// <summary>Looks at X [n, d] in k clusters, beside references drawn in a principal box.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="k">Clusters, at least 2.</param>
    /// <param name="seed">Same seed, same samples.</param>
    /// <param name="pairs">Pairs of samples.</param>
    public static PartitionStability Fit(Tensor X, int k, int seed, int pairs = DefaultPairs) => Fit(CentredRows.Of(X), k, seed, pairs);

    internal static PartitionStability Fit(CentredRows rows, int k, int seed, int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        SplitMix64 chance = new(seed, DrawnFor.Bootstrap);
        StructurelessRows structureless = new(rows);
        double[] agreement = new double[pairs], reference = new double[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            agreement[pair] = AgreementOf(rows, k, ref chance);
            reference[pair] = AgreementOf(structureless.Draw(StructurelessReference.PrincipalBox, ref chance), k, ref chance);
        }
        return new PartitionStability(k, Summary(agreement), Summary(reference));
    }

    private static double AgreementOf(CentredRows rows, int k, ref SplitMix64 chance)
    {
        int?[] one = LabelsFromSample(rows, k, ref chance), other = LabelsFromSample(rows, k, ref chance);
        int[] common = [.. Enumerable.Range(0, rows.Count).Where(row => one[row] is not null && other[row] is not null)];
        return common.Length == 0
            ? 0
            : PartitionAgreement.Of<int, int>(
                [.. common.Select(row => one[row]!.Value)], [.. common.Select(row => other[row]!.Value)]).AdjustedRand;
    }

    /// <summary>The label of each row that a bootstrap sample drew.</summary>
    private static int?[] LabelsFromSample(CentredRows rows, int k, ref SplitMix64 chance)
    {
        int[] drawn = new int[rows.Count];
        Resampling.OfRows(rows.Count).Draw(ref chance, drawn);
        CentredRows sample = rows.Select(drawn);
        var labels = new int?[rows.Count];
        if (!sample.HasDifferentRows(k)) return labels;

        KMeans fit = KMeans.Fit(sample, k, (int)chance.Next(), Restarts);
        for (int i = 0; i < drawn.Length; i++)
            labels[drawn[i]] = fit.Labels[i];
        return labels;
    }

    private static Interval Summary(double[] agreements)
    {
        Quantiles quantiles = Quantiles.Of(agreements);
        return new Interval(agreements.Average(), quantiles.At(0.025), quantiles.At(0.975), Interval.DefaultConfidence,
            $"range of {agreements.Length} pairs of bootstrap samples");
    }
}
