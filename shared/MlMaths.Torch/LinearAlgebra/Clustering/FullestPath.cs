namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How full the emptiest place is on the fullest way from one group to another.
///
/// <code>
/// N(i)    rows within R of row i; R such that half of the rows of the sparser group have a quarter of the smaller one there
/// way     rows, each within R of the next, from the fullest place of one group to that of the other
/// share   = max over ways of min over its rows N / the typical N of the sparser group (its median)
/// </code>
/// A single hill has no emptier place between two halves: 1 and above. 0 where no way leads across at all. Rows are taken in the
/// order of their N, fullest first, until the two places are joined: the last one taken is the emptiest of the fullest way.
/// </summary>
internal static class FullestPath
{
    private const int Quarter = 4, FewestWithin = 5, MostWithin = 25;

    /// <param name="plane">Rows (t, u), those of the first group first.</param>
    /// <param name="first">How many belong to the first group.</param>
    public static double Share((double T, double U)[] plane, int first)
    {
        int n = plane.Length, within = Math.Clamp(Math.Min(first, n - first) / Quarter, FewestWithin, MostWithin);
        double[][] distances = RowDistances.Of(plane);
        double[] reach = [.. distances.Select(row => row.Order().ElementAt(Math.Min(within, n - 1)))];
        double radius = Math.Max(RowArithmetic.UpperMedian(reach[..first]), RowArithmetic.UpperMedian(reach[first..]));
        double[] full = [.. distances.Select(row => (double)(row.Count(distance => distance <= radius) - 1))];
        double typical = Math.Min(RowArithmetic.UpperMedian(full[..first]), RowArithmetic.UpperMedian(full[first..]));
        int from = Enumerable.Range(0, first).MaxBy(i => full[i]), to = Enumerable.Range(first, n - first).MaxBy(i => full[i]);

        int[] parts = [.. Enumerable.Range(0, n)];
        bool[] taken = new bool[n];
        foreach (int row in Enumerable.Range(0, n).OrderByDescending(i => full[i]))
        {
            taken[row] = true;
            for (int other = 0; other < n; other++)
            {
                if (taken[other] && distances[row][other] <= radius) parts[Root(parts, other)] = Root(parts, row);
            }
            if (taken[from] && taken[to] && Root(parts, from) == Root(parts, to)) return full[row] / Math.Max(1, typical);
        }
        return 0;
    }

    private static int Root(int[] parts, int row)
    {
        while (parts[row] != row) row = parts[row] = parts[parts[row]];
        return row;
    }
}
