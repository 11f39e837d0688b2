using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>Two rows that are nearer than chance brings rows.</summary>
/// <param name="Row">0-based.</param>
/// <param name="Other">0-based, before it.</param>
/// <param name="Distance">Distance in deviations of the rows, per column.</param>
public sealed record NearPair(int Row, int Other, double Distance);

/// <summary>
/// The same thing measured twice, saved with fewer digits or touched up: not equal, but nearer than rows come by chance. How near
/// that is depends on how many dimensions the rows fill, which the rows themselves tell:
/// <code>
/// N(r)  ∝ rᵐ                          rows within r of a row: m = ln 2 / median ln(r₂ₖ / rₖ),  rₖ the distance of the k-th nearest
///                                     less its standard error, as a larger m would reach further
/// λ(t)  = n/2 · mean (k − 1)(t/rₖ)ᵐ    pairs within t that chance gives, from the density around each row
/// t*    : λ(t*) = 1/50                one data set in fifty has such a pair by chance
/// t* ≤ r₀/10,  r₀ = (ln 2 / k)^(1/m) · median rₖ      half of the rows have their nearest one within r₀
/// </code>
/// Where a column holds few values, or rounded ones, pairs within t agree in it or not at all, and it adds no dimension there: m is at
/// most the number of columns with a step below t, and t* is found anew until that holds. k = 10 looks past a few
/// copies of a row, so that these do not pass for its neighbourhood. Equal rows are one row here;
/// <see cref="TwinRows"/> finds those. A jitter as wide as the distance between neighbours is beyond any search for pairs.
/// </summary>
/// <param name="Pairs">What was found, in order of the rows.</param>
/// <param name="Reach">t*; 0 where the rows are too few or too much alike to say.</param>
/// <param name="Dimensions">m; null where neighbours are equally far, as on a grid.</param>
/// <param name="Looked">Rows whose neighbours were looked for, all but in large tables; these among all others.</param>
/// <param name="WhyUnchecked">Why nothing was looked for; null where it was.</param>
public sealed record NearTwins(IReadOnlyList<NearPair> Pairs, double Reach, double? Dimensions, int Looked, string? WhyUnchecked = null)
{
    /// <summary>λ(t*).</summary>
    public const double ByChance = 0.02;

    private const int Around = 10, MinRows = 12;
    private const double WidestReach = 0.1, MaxProbed = 1e9;

    /// <summary>Looks among all rows; features are standardised by all of them.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="twins">Its equal rows.</param>
    public static NearTwins Search(Dataset rows, TwinRows twins)
    {
        int[] distinct = [.. twins.ClusterOf.Index().DistinctBy(row => row.Item).Select(row => row.Index)];
        if (rows.Columns == 0 || distinct.Length < MinRows)
        {
            return new([], 0, null, 0,
                rows.Columns == 0
                    ? "there are no columns"
                    : $"with {distinct.Length} distinct {(distinct.Length == 1 ? "row" : "rows")} there "
                        + $"is no way to say what is near");
        }
        Dataset scaled = StandardScaler.Fit(DataSplit.None(rows).Training).Transform(rows);
        var search = new NearTwinSearch(scaled, distinct);
        double[] steps = [.. Enumerable.Range(0, rows.Columns).Select(column => Step(scaled.Column(column)) / Math.Sqrt(rows.Columns))];
        (double reach, double? dimensions) = ReachOf(search, distinct.Length, rows.Columns, steps);
        (IReadOnlyList<NearPair> pairs, int looked) = search.Within(reach);
        return new(pairs, reach, dimensions, looked);
    }

    /// <summary>Each row that is judged, in at least one turn, after its near twin was seen; in order of the rows.</summary>
    public IReadOnlyList<CutRow> CutAcross(IReadOnlyList<EvaluationTurn> turns)
    {
        Dictionary<int, CutRow> cut = [];
        foreach (EvaluationTurn turn in Pairs.Count == 0 ? [] : turns)
        {
            HashSet<int> seen = [.. turn.Seen], judged = [.. turn.Judged];
            foreach (NearPair pair in Pairs)
            {
                foreach ((int row, int other) in new[] { (pair.Row, pair.Other), (pair.Other, pair.Row) })
                {
                    if (judged.Contains(row) && seen.Contains(other))
                        cut.TryAdd(row, new(row, other, turn.Name));
                }
            }
        }

        return [.. cut.Values.OrderBy(row => row.Row)];
    }

    /// <summary>Clusters of equal and nearly equal rows together: the cluster of each row, numbered from 0.</summary>
    public int[] ClustersWith(TwinRows twins)
    {
        int[] leader = [.. Enumerable.Range(0, twins.ClusterOf.Count)];
        foreach (NearPair pair in Pairs)
            leader[Leader(twins.ClusterOf[pair.Row])] = Leader(twins.ClusterOf[pair.Other]);
        return CutClusters.Of([.. twins.ClusterOf.Select(Leader)]);

        int Leader(int cluster)
        {
            while (leader[cluster] != cluster)
                cluster = leader[cluster] = leader[leader[cluster]];
            return cluster;
        }
    }

    // The smallest distance of two values that differ; ∞ where none do.
    private static double Step(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Zip(sorted.Skip(1), (low, high) => high - low).Where(gap => gap > 0).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static (double Reach, double? Dimensions) ReachOf(NearTwinSearch search, int rows, int columns, double[] steps)
    {
        int k = Math.Min(Around, (rows - 1) / 2);
        int probes = Math.Clamp((int)(MaxProbed / ((double)rows * columns)), 50, 500);
        double[][] nearest = [.. search.Probes(probes).Select(row => search.Nearest(row, 2 * k))];
        double growth = Median(nearest.Where(distances => distances[k - 1] > 0)
            .Select(distances => Math.Log(distances[2 * k - 1] / distances[k - 1])));
        if (!(growth > 0)) return (WidestReach * Median(nearest.Select(distances => distances[0])), null);
        double filled = Math.Log(2) / growth * (1 - ErrorOfDimensions(Math.Min(nearest.Length, rows / (2.0 * k)))), m = filled;
        double[] radii = [.. nearest.Select(distances => distances[k - 1])];
        double reach = ReachAt(m, rows, k, radii);
        // A smaller m reaches less far, so that columns only ever drop out.
        for (int fine = steps.Count(step => step <= reach); fine < m; fine = steps.Count(step => step <= reach))
        {
            if (fine == 0) return (0, filled);
            m = fine;
            reach = ReachAt(m, rows, k, radii);
        }

        return (reach, filled);
    }

    private static double ReachAt(double m, int rows, int k, double[] radii)
    {
        double widest = WidestReach * Math.Pow(Math.Log(2) / k, 1 / m) * Median(radii);
        // λ(t) = c tᵐ, in logarithms so that no power of a small distance vanishes.
        double[] exponents = [.. radii.Where(radius => radius > 0).Select(radius => -m * Math.Log(radius))];
        double logC = Math.Log(rows / 2.0 * (k - 1)) + Logit.LogSum(exponents) - Math.Log(exponents.Length);
        return Math.Min(widest, Math.Exp((Math.Log(ByChance) - logC) / m));
    }

    // ln(r₂ₖ/rₖ) has mean ln 2 / m and deviation about 1/(m √(2k)), and the median of a number of them 5/4 of that / √number:
    // 0.4/√number of m where k = 10. Neighbourhoods of 2k rows that overlap count once.
    private static double ErrorOfDimensions(double neighbourhoods) => Math.Min(0.4 / Math.Sqrt(neighbourhoods), 0.5);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
