namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The k rows nearest to each row, exactly, by comparing all pairs. Distances are of differences, √Σ(xⱼ − yⱼ)², and not of
/// products: equal rows have distance 0, and of rows that are equally near the one with the lower number comes first.
/// Work n²·d; distances pass by in blocks of rows, and no n × n table is kept.
/// </summary>
/// <param name="Indices">
/// Per row, the numbers of its neighbours, nearest first, itself left out. Fewer than k where there are no more; none, by
/// cosine, for a row of zeros.
/// </param>
/// <param name="Distances">‖x − y‖ of each; by cosine of rows of length 1, √(2 − 2 cos).</param>
/// <param name="Nearness">What near means.</param>
public sealed record NearestNeighbours(
    IReadOnlyList<IReadOnlyList<int>> Indices, IReadOnlyList<IReadOnlyList<double>> Distances, Nearness Nearness)
{
    private const long NumbersInBlock = 2_000_000;

    /// <summary>Looks among the rows of X [n, d] themselves, on any device.</summary>
    public static NearestNeighbours Search(Tensor X, int k, Nearness nearness = Nearness.Euclidean) =>
        Search(X, X, k, nearness, skipSelf: true);

    /// <summary>For each row of queries [m, d], its neighbours among the rows of X [n, d].</summary>
    public static NearestNeighbours Search(Tensor X, Tensor queries, int k, Nearness nearness = Nearness.Euclidean) =>
        Search(X, queries, k, nearness, skipSelf: false);

    private static NearestNeighbours Search(Tensor X, Tensor queries, int k, Nearness nearness, bool skipSelf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var shapes = new ShapeChecker();
        shapes.Require(X, "X", "n", "d");
        shapes.Require(queries, "queries", "m", "d");
        Finite.Checked(X);
        Finite.Checked(queries);
        using DisposeScope scope = torch.NewDisposeScope();
        (Tensor rows, Tensor asked) = (Prepared(X, nearness), Prepared(queries, nearness));
        (long n, long m) = (rows.size(0), asked.size(0));
        int[][] indices = new int[m][];
        double[][] distances = new double[m][];
        long step = Math.Max(1, NumbersInBlock / Math.Max(1, n));
        for (long from = 0; from < m; from += step)
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor some = asked.narrow(0, from, Math.Min(step, m - from));
            Tensor table = torch.cdist(some, rows, 2, compute_mode.donot_use_mm_for_euclid_dist);
            double[] flat = [.. table.cpu().data<double>()];
            for (int i = 0; i < some.size(0); i++)
            {
                int query = (int)from + i;
                (indices[query], distances[query]) = Nearest(flat.AsSpan((int)(i * n), (int)n), k, skipSelf ? query : -1);
            }
        }
        return new(indices, distances, nearness);
    }

    private static Tensor Prepared(Tensor X, Nearness nearness) =>
        nearness == Nearness.Cosine ? CosineSimilarity.UnitRows(X) : X.detach().to(torch.ScalarType.Float64);

    /// <summary>
    /// Keeps the k least seen so far in order: a row is put in its place only where it is strictly nearer than the last,
    /// so that of equals the first stays. NaN is nearer than nothing.
    /// </summary>
    private static (int[], double[]) Nearest(ReadOnlySpan<double> row, int k, int self)
    {
        int[] index = new int[Math.Min(k, row.Length)];
        double[] distance = new double[index.Length];
        int found = 0;
        for (int j = 0; j < row.Length; j++)
        {
            double d = row[j];
            if (j == self || !(d < (found < index.Length ? double.PositiveInfinity : distance[^1]))) continue;
            int at = found < index.Length ? found++ : found - 1;
            for (; at > 0 && distance[at - 1] > d; at--)
                (index[at], distance[at]) = (index[at - 1], distance[at - 1]);
            (index[at], distance[at]) = (j, d);
        }
        return (index[..found], distance[..found]);
    }
}
