namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Two groups in the plane in which a bend between them would show: t along their <see cref="DiscriminantAxis"/>, and u across,
/// where the rows at the cut lie farthest from the straight line between the means.
///
/// <code>
/// y = L⁻¹(x − a), e = L⁻¹(b − a) made a unit       whitened within the groups
/// r = y − (y·e)e                                    across
/// u = r·v,  v = argmax vᵀ(Σ rrᵀ)v, ‖v‖ = 1          Σ over the rows nearest to the cut; by power iteration
/// </code>
/// Of a ring cut in two, the rows at the cut are those of both crossings, far to either side; of clusters they are a few tail
/// rows. What other columns there are, and their noise, stays out of the plane.
/// </summary>
internal static class BentPlane
{
    private const int Iterations = 60, FewestAtCut = 5, ShareAtCut = 3;

    /// <summary>u of the rows of the first group, then of the second; 0 of a single column.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="first">One group.</param>
    /// <param name="second">The other.</param>
    /// <param name="axis">Their axis.</param>
    public static double[] Across(GroupTable table, RowGroup first, RowGroup second, DiscriminantAxis axis)
    {
        int atCut = Math.Max(FewestAtCut, axis.SmallerSide / ShareAtCut);
        double[][] scatter = WithinCovariance.Zero(table.Columns);
        double[] a = first.MeanWithout(null, scatter), between = second.MeanWithout(null, scatter);
        RowArithmetic.AddTo(between, a, -1);
        WithinCovariance within = WithinCovariance.Of(scatter, first.Count + second.Count - 2);
        double[] e = Unit(within.Whitened(between));
        double[][] across = [.. first.Rows.Concat(second.Rows).Select(row => Across(table.Standardised[row], a, within, e))];

        double[] fromCut = [.. axis.T.Select(t => Math.Abs(t - axis.Cut))];
        int[] nearest = [.. Enumerable.Range(0, fromCut.Length).OrderBy(i => fromCut[i]).Take(atCut)];
        double[] v = Farthest([.. nearest.Select(i => across[i])]);
        return [.. across.Select(r => RowArithmetic.Dot(r, v))];
    }

    private static double[] Across(double[] row, double[] a, WithinCovariance within, double[] e)
    {
        double[] x = [.. row];
        RowArithmetic.AddTo(x, a, -1);
        double[] y = within.Whitened(x);
        RowArithmetic.AddTo(y, e, -RowArithmetic.Dot(y, e));
        return y;
    }

    private static double[] Farthest(double[][] rows)
    {
        double[] v = Unit([.. rows.MaxBy(row => RowArithmetic.Dot(row, row))!]);
        for (int i = 0; i < Iterations; i++)
        {
            double[] next = new double[v.Length];
            foreach (double[] row in rows) RowArithmetic.AddTo(next, row, RowArithmetic.Dot(row, v));
            v = Unit(next);
        }
        return v;
    }

    private static double[] Unit(double[] vector)
    {
        double length = Math.Sqrt(RowArithmetic.Dot(vector, vector));
        return length > 0 ? [.. vector.Select(value => value / length)] : vector;
    }
}
