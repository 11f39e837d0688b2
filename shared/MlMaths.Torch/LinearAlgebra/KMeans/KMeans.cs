using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// k-means: k centres such that the rows lie close to them.
///
/// <code>
/// inertia = Σᵢ ‖xᵢ − c(i)‖²        c(i) the nearest of the k centres, each the mean of its rows
/// </code>
/// It finds k clusters in anything, noise included: whether there are any is another question. Started by
/// <see cref="GreedySeeding">k-means++</see>, walked by <see cref="Lloyd">Lloyd's iteration</see>; the best of all restarts is
/// improved by <see cref="CentreSwap">swaps</see> while they help.
/// Work n · k · d per iteration and restart; on a CPU in plain C#, on an accelerator in tensors.
/// </summary>
/// <param name="Labels">The cluster of each row, 0 … k − 1. The largest cluster is 0; of equal ones that with the first row.</param>
/// <param name="Centres">k centres of d coordinates, in the units of X.</param>
/// <param name="Sizes">Rows of each cluster.</param>
/// <param name="Inertia">The sum above.</param>
/// <param name="Inertias">The sum at each iteration of the last walk, from the best restart or from a swap: it never rises.</param>
/// <param name="RestartInertias">The sum that each restart had nearly come to, before swaps.</param>
public sealed record KMeans(
    IReadOnlyList<int> Labels, IReadOnlyList<IReadOnlyList<double>> Centres, IReadOnlyList<int> Sizes, double Inertia,
    IReadOnlyList<double> Inertias, IReadOnlyList<double> RestartInertias)
{
    /// <summary>Restarts that are enough for well-separated clusters.</summary>
    public const int DefaultRestarts = 10;

    /// <summary>Iterations after which a restart is stopped where it is.</summary>
    public const int MaxIterations = 500;

    /// <summary>k.</summary>
    public int K => Centres.Count;

    /// <summary>Iterations of the last walk.</summary>
    public int Iterations => Inertias.Count;

    /// <summary>The best of several restarts, each from rows that chance chose.</summary>
    /// <param name="X">Rows [n, d] on any device.</param>
    /// <param name="k">Clusters, 1 to the number of different rows.</param>
    /// <param name="seed">Same seed, same clusters.</param>
    /// <param name="restarts">More of them cost in proportion.</param>
    public static KMeans Fit(Tensor X, int k, int seed, int restarts = DefaultRestarts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(restarts, 1);
        CentredRows rows = CentredRows.Of(X);
        Check(rows, k);
        using ICentreSearch search = SearchFor(rows, restarts, X.device);
        int[][] starts = GreedySeeding.Choose(rows, search, k, restarts, seed);
        SplitMix64 chance = GreedySeeding.Stream(seed, restarts);
        return Walk(rows, search, k, starts,
            (lloyd, best) => k == 1 ? (best, search.Labels(best.Restart)) : lloyd.Swap(best, restarts, ref chance));
    }

    /// <summary>From given rows as the first centres: nothing is left to chance.</summary>
    public static KMeans From(Tensor X, IReadOnlyList<int> startRows)
    {
        CentredRows rows = CentredRows.Of(X);
        Check(rows, startRows.Count);
        using ICentreSearch search = SearchFor(rows, 1, X.device);
        return Walk(rows, search, startRows.Count, [[.. startRows]]);
    }

    /// <summary>Without swaps: for the many fits of a test, where a fair comparison matters more than the last per mille.</summary>
    internal static KMeans Fit(CentredRows rows, int k, int seed, int restarts)
    {
        Check(rows, k);
        using SimdCentreSearch search = new(rows, restarts);
        return Walk(rows, search, k, GreedySeeding.Choose(rows, search, k, restarts, seed));
    }

    /// <summary>The nearest centre of each row of another table, for instance of rows kept aside.</summary>
    public IReadOnlyList<int> Nearest(Tensor X)
    {
        CentredRows rows = CentredRows.Of(X);
        if (rows.Columns != Centres[0].Count)
        {
            throw new ShapeException(
                $"X: expected [n, d={Centres[0].Count}], was [{rows.Count}, {rows.Columns}]; "
                + $"d was bound by the centres");
        }
        using SimdCentreSearch search = new(rows, 1);
        search.Assign([.. Centres.SelectMany(centre => centre.Zip(rows.Mean, (c, mean) => c - mean))], K, [0]);
        return search.Labels(0);
    }

    internal static ICentreSearch SearchFor(CentredRows rows, int restarts, torch.Device device) =>
        device.type == DeviceType.CPU ? new SimdCentreSearch(rows, restarts) : new TensorCentreSearch(rows, restarts, device);

    internal static KMeans Walk(
        CentredRows rows, ICentreSearch search, int k, IReadOnlyList<int[]> starts,
        Func<Lloyd, LloydRun, (LloydRun, int[])>? improve = null)
    {
        var lloyd = new Lloyd(rows, search, k, MaxIterations);
        IReadOnlyList<LloydRun> runs = lloyd.Iterate([.. starts.Select(start => GreedySeeding.CentresAt(rows, start))]);
        LloydRun best = runs.MinBy(run => run.Inertia)!;
        double[] inertias = [.. runs.Select(run => run.Inertia)];
        lloyd.Finish(best);
        int[] found = search.Labels(best.Restart);
        if (improve is not null) (best, found) = improve(lloyd, best);
        return Ordered(rows, best, found, inertias, k);
    }

    private static KMeans Ordered(CentredRows rows, LloydRun best, int[] found, IReadOnlyList<double> restartInertias, int k)
    {
        int[] sizes = new int[k], first = new int[k];
        for (int i = found.Length - 1; i >= 0; i--)
        {
            sizes[found[i]]++;
            first[found[i]] = i;
        }

        int[] order = [.. Enumerable.Range(0, k).OrderByDescending(c => sizes[c]).ThenBy(c => first[c])];
        int[] place = new int[k];
        for (int c = 0; c < k; c++)
            place[order[c]] = c;

        int d = rows.Columns;
        double inertia = 0;
        for (int i = 0; i < found.Length; i++)
            inertia += RowArithmetic.SquaredDistance(rows.Row(i), best.Centres.AsSpan(found[i] * d, d));
        return new KMeans(
            [.. found.Select(c => place[c])],
            [.. order.Select(c => (double[])[.. best.Centres.Skip(c * d).Take(d).Zip(rows.Mean, (value, mean) => value + mean)])],
            [.. order.Select(c => sizes[c])],
            inertia, best.Inertias, restartInertias);
    }

    private static void Check(CentredRows rows, int k)
    {
        if (k < 1 || k > rows.Count)
            throw new UserMistakeException($"{k} clusters were asked for in {rows.Count} rows: ask for 1 to {rows.Count}.");
        if (!rows.HasDifferentRows(k))
            throw new UserMistakeException($"{k} clusters were asked for in fewer than {k} different rows: ask for fewer clusters.");
    }
}
