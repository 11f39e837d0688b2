namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How much closer a row is to its own cluster than to the next one (P. J. Rousseeuw, 1987, Journal of Computational and
/// Applied Mathematics 20:53–65).
///
/// <code>
/// s(i) = (b − a) / max(a, b)      a: mean distance to the other rows of its cluster
///                                 b: least mean distance to the rows of another cluster
/// </code>
/// 1 is at home, 0 on the border, below 0 nearer to the others; a row alone in its cluster has 0. Not defined outside
/// 2 ≤ k ≤ n − 1. Work n²·d; distances pass by in blocks of rows, and no n × n table is kept.
/// </summary>
/// <param name="Rows">The rows that were looked at: all, or a sample of a large table, ascending.</param>
/// <param name="Values">s of each of them.</param>
/// <param name="Mean">The mean of s; null where it is not defined.</param>
/// <param name="Note">That this is a sample, or why it is not defined; null where neither is so.</param>
public sealed record Silhouette(IReadOnlyList<int> Rows, IReadOnlyList<double> Values, double? Mean, string? Note)
{
    /// <summary>Rows above which a sample is looked at.</summary>
    public const int MaxRows = 5000;

    private const long LargestBlock = 2_000_000;

    /// <summary>Looks at a clustering of X [n, d].</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="labels">The cluster of each row; any whole numbers.</param>
    /// <param name="maxRows">Of a larger table, this many rows are drawn.</param>
    /// <param name="seed">Decides the sample.</param>
    public static Silhouette Of(Tensor X, IReadOnlyList<int> labels, int maxRows = MaxRows, int seed = 0)
    {
        if (labels.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {labels.Count} labels.", nameof(labels));
        Finite.Checked(X);
        using DisposeScope scope = torch.NewDisposeScope();
        if (labels.Count <= maxRows)
            return OfAll(X, labels, [.. Enumerable.Range(0, labels.Count)], null);

        int[] rows = RowSample.Of(labels.Count, maxRows, seed);
        Tensor sample = X.index_select(0, TensorCopy.Of(rows, torch.ScalarType.Int64, X.device));
        string note = $"from a sample of {maxRows:N0} of the {labels.Count:N0} rows";
        return OfAll(sample, [.. rows.Select(row => labels[row])], rows, note);
    }

    /// <summary>
    /// The mean of s for several clusterings of the same rows, from one pass over their distances; by products, which
    /// costs the distance of nearly equal rows some digits and is several times faster.
    /// </summary>
    internal static double?[] MeansOf(Tensor X, IReadOnlyList<IReadOnlyList<int>> clusterings)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (int[] Labels, int K)[] numbered = [.. clusterings.Select(Numbered)];
        return [.. ValuesOf(X, numbered, compute_mode.use_mm_for_euclid_dist)
            .Select((values, i) => IsDefined(numbered[i].K, values.Length) ? values.Average() : (double?)null)];
    }

    private static Silhouette OfAll(Tensor X, IReadOnlyList<int> labels, int[] rows, string? note)
    {
        (int[] numbered, int k) = Numbered(labels);
        if (!IsDefined(k, rows.Length))
            return new([], [], null, $"a silhouette needs 2 to n − 1 clusters, and {rows.Length} rows had {k}");
        double[] values = ValuesOf(X, [(numbered, k)], compute_mode.donot_use_mm_for_euclid_dist)[0];
        return new(rows, values, values.Average(), note);
    }

    private static bool IsDefined(int k, int n) => k >= 2 && k <= n - 1;

    private static double[][] ValuesOf(Tensor X, (int[] Labels, int K)[] clusterings, compute_mode by)
    {
        long n = X.size(0);
        Tensor points = X.detach().to(torch.ScalarType.Float64);
        // 1[label of row i = c], of all clusterings side by side: distances · members = Σ of the distances to each cluster.
        Tensor members = torch.cat([.. clusterings.Select(one => Members(one.Labels, one.K, X.device))], 1);
        double[][] values = [.. clusterings.Select(_ => new double[n])];
        long step = Math.Max(1, LargestBlock / n);
        for (long from = 0; from < n; from += step)
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor some = points.narrow(0, from, Math.Min(step, n - from));
            Tensor distances = torch.cdist(some, points, 2, by);
            double[] sums = distances.mm(members).cpu().data<double>().ToArray();
            int width = (int)members.size(1), offset = 0;
            for (int c = 0; c < clusterings.Length; offset += clusterings[c].K, c++)
                Read(sums, width, offset, clusterings[c], values[c].AsSpan((int)from, (int)some.size(0)), (int)from);
        }
        return values;
    }

    private static void Read(double[] sums, int width, int offset, (int[] Labels, int K) clustering, Span<double> values, int from)
    {
        int[] sizes = new int[clustering.K];
        foreach (int label in clustering.Labels) sizes[label]++;
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> toClusters = sums.AsSpan(i * width + offset, clustering.K);
            int own = clustering.Labels[from + i];
            double b = double.PositiveInfinity;
            for (int c = 0; c < clustering.K; c++)
            {
                if (c != own) b = Math.Min(b, toClusters[c] / sizes[c]);
            }

            double a = toClusters[own] / (sizes[own] - 1), larger = Math.Max(a, b);
            values[i] = sizes[own] == 1 || larger == 0 || clustering.K == 1 ? 0 : (b - a) / larger;
        }
    }

    private static Tensor Members(int[] labels, int k, torch.Device device)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor own = TensorCopy.Of(labels, torch.ScalarType.Int64, device).unsqueeze(1);
        return own.eq(torch.arange(k, device: device)).to(torch.ScalarType.Float64).MoveToOuterDisposeScope();
    }

    private static (int[] Labels, int K) Numbered(IReadOnlyList<int> labels)
    {
        Dictionary<int, int> numbers = [];
        int[] numbered = new int[labels.Count];
        for (int i = 0; i < numbered.Length; i++)
        {
            numbers.TryAdd(labels[i], numbers.Count);
            numbered[i] = numbers[labels[i]];
        }
        return (numbered, numbers.Count);
    }
}
