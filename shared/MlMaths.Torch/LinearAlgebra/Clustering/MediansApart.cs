namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How far apart two groups lie along their rows, in all columns, measured in how far each reaches.
///
/// <code>
/// y = L⁻¹x                           whitened within the two groups
/// s                                  each row's place along the rows of y, from the middle of one group to the other's (AlongRows)
/// m = |q_b − q_a| / (e_a + e_b)      q the median of s in a group, e the median of |s − q|
/// m′                                 the same with e of the half that faces the other group; the lesser of the two counts
/// </code>
/// What is cut in two without a gap has halves that are blunt where they meet: each reaches to the cut. If the density is highest at
/// the cut c and falls to either side, no more than a half of what lies between c and q lies in its farther half, so that
/// q − c ≤ 2e, facing or not, and m and m′ are 2 at most: as of a box cut anywhere. Two normal groups δ deviations apart have
/// m = δ / 1.35, twice 0.6745. The bend of a curve drops out of s, and a place that happens to be thin hardly moves a median; rows
/// that lie unevenly along it, and the steps of its graph, bring it to about 3 and hardly beyond.
///
/// Of more than eight columns most of a distance is the noise of all of them, and ways along rows say little. Rows are placed in the
/// plane where a bend would show then, (t, u) of <see cref="DiscriminantAxis"/> and <see cref="BentPlane"/>, in deviations within.
/// </summary>
internal static class MediansApart
{
    private const int Neighbours = 10, MostColumns = 8;

    /// <summary>m of two groups of a table.</summary>
    public static double Of(GroupTable table, RowGroup first, RowGroup second) =>
        Of(IsInPlane(table) ? InPlane(table, first, second) : InAllColumns(table, first, second), first.Count);

    /// <summary>Whether a table has so many columns that its rows are placed in a plane first.</summary>
    public static bool IsInPlane(GroupTable table) => table.Columns > MostColumns;

    private static double[][] InAllColumns(GroupTable table, RowGroup first, RowGroup second)
    {
        double[][] scatter = WithinCovariance.Zero(table.Columns);
        first.MeanWithout(null, scatter);
        second.MeanWithout(null, scatter);
        WithinCovariance within = WithinCovariance.Of(scatter, first.Count + second.Count - 2);
        return [.. first.Rows.Concat(second.Rows).Select(row => within.Whitened(table.Standardised[row]))];
    }

    private static double[][] InPlane(GroupTable table, RowGroup first, RowGroup second)
    {
        DiscriminantAxis axis = DiscriminantAxis.Of(table, first, second)!;
        double[] u = BentPlane.Across(table, first, second, axis);
        return [.. axis.T.Zip(u, (t, v) => (double[])[t / axis.Within, v])];
    }

    /// <summary>m of rows in units that suit them; those of the first group first.</summary>
    internal static double Of(double[][] rows, int first)
    {
        double[][] distances = RowDistances.Of(rows);
        double[] s = AlongRows.Of(distances, Middle(distances, 0, first), Middle(distances, first, rows.Length), Neighbours);
        double[] a = s[..first], b = s[first..];
        double qa = RowArithmetic.UpperMedian(a), qb = RowArithmetic.UpperMedian(b);
        double whole = Reach(a, qa) + Reach(b, qb);
        double facing = Reach([.. a.Where(value => value >= qa)], qa) + Reach([.. b.Where(value => value <= qb)], qb);
        double reach = Math.Max(whole, facing), between = qb - qa;
        return between <= 0 ? 0 : reach > 0 ? between / reach : double.PositiveInfinity;
    }

    /// <summary>The row with the least distance to all of its group together.</summary>
    private static int Middle(double[][] distances, int from, int to) =>
        Enumerable.Range(from, to - from).MinBy(i => distances[i].AsSpan(from, to - from).ToArray().Sum());

    /// <summary>The median distance from a place.</summary>
    private static double Reach(double[] s, double from) => RowArithmetic.UpperMedian([.. s.Select(value => Math.Abs(value - from))]);
}
