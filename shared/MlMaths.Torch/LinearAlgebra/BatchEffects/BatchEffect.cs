using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether rows differ by the batch in which they were measured: a day, an instrument, a hospital. Three looks, as each is
/// blind to something: the regression sees means, the mixing of neighbours sees any local difference, the silhouette is
/// what is often quoted.
///
/// <code>
/// p = min(1, 2 · min(p of the regression, p of the mixing))      two looks, so twice the smaller p (C. E. Bonferroni, 1936)
/// </code>
/// The p-value says whether there is an effect, R² how large it is: of many rows, a tiny effect is sure. No statistic knows
/// why batches differ: where one batch holds other groups than another, their true difference is found as well.
/// </summary>
/// <param name="Batches">Their names.</param>
/// <param name="Regression">Variance between batches, along each component and in all.</param>
/// <param name="Mixing">Whether neighbours are of mixed batches.</param>
/// <param name="Silhouette">
/// Mean silhouette of the rows by batch; null where it is not defined. With care: it is near 0 for batches that are mixed,
/// but also for batches of several clusters each that lie clearly apart, cluster by cluster; and below 0 it says nothing.
/// </param>
/// <param name="PValue">p of no effect.</param>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Note">That they are a sample; null where all were taken.</param>
public sealed record BatchEffect(
    IReadOnlyList<string> Batches, BatchRegression Regression, NeighbourMixing Mixing, double? Silhouette,
    double PValue, int Rows, string? Note)
{
    /// <summary>Shuffles of the labels; the smallest p of the two looks is then 0.002.</summary>
    public const int DefaultPermutations = 999;

    /// <summary>Rows above which a sample is looked at: the neighbours take n² distances.</summary>
    public const int MaxRows = 2000;

    /// <summary>Whether the effect is more than shuffled labels show, at 5 %.</summary>
    public bool IsPresent => PValue <= BatchRegression.Level;

    /// <summary>Looks at rows X [n, d], or at scores, whose batches are known.</summary>
    /// <param name="X">Rows on any device, columns scaled alike.</param>
    /// <param name="batches">The batch of each row, at least two and fewer than rows.</param>
    /// <param name="seed">Decides the shuffles.</param>
    /// <param name="permutations">Shuffles of the labels.</param>
    public static BatchEffect Of(Tensor X, IReadOnlyList<string> batches, int seed, int permutations = DefaultPermutations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 20);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = CheckedRows.Of(X).to(torch.ScalarType.Float64);
        int n = (int)X.size(0);
        if (batches.Count != n)
            throw new ArgumentException($"X has {n} rows and there are {batches.Count} batches.", nameof(batches));
        int[] sample = RowSample.Of(n, MaxRows, seed);
        Tensor some = rows.index_select(0, TensorCopy.Of(sample, torch.ScalarType.Int64, X.device));
        BatchLabels labels = BatchLabels.Of(some, [.. sample.Select(row => batches[row])]);
        if (labels.Names.Count < 2 || labels.Names.Count >= sample.Length)
        {
            throw new UserMistakeException(
                $"A batch effect needs at least two batches, and fewer than rows: "
                + $"there are {labels.Names.Count} batches of {sample.Length} rows.");
        }

        int[][] shuffles = Shuffles(labels.OfRow, permutations, seed);
        var regression = BatchRegression.Fit(some, labels, shuffles);
        var mixing = NeighbourMixing.Of(some, labels, shuffles);
        return new(
            labels.Names, regression, mixing, LinearAlgebra.Silhouette.Of(some, labels.OfRow).Mean,
            Math.Min(1, 2 * Math.Min(regression.PValue, mixing.PValue)), sample.Length,
            sample.Length < n ? $"from a sample of {sample.Length:N0} of the {n:N0} rows" : null);
    }

    /// <summary>Values that are equal but for rounding count as reached: with few rows, many shuffles are alike.</summary>
    internal static double PValueOf(double observed, double[] shuffled) =>
        (1.0 + shuffled.Count(value => value >= observed - 1e-12)) / (1 + shuffled.Length);

    private static int[][] Shuffles(int[] labels, int count, int seed)
    {
        SplitMix64 chance = new(seed, DrawnFor.Sample);
        int[][] shuffles = new int[count][];
        for (int b = 0; b < count; b++)
        {
            shuffles[b] = [.. labels];
            Shuffle.InPlace<int>(shuffles[b], ref chance);
        }
        return shuffles;
    }
}
