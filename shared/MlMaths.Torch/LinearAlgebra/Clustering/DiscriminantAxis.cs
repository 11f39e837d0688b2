namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows of two groups along the direction that tells them best (R. A. Fisher, 1936, Annals of Eugenics 7:179–188), each by a
/// direction that the row had no part in.
///
/// <code>
/// w = S⁻¹(b − a)                     S within both groups, a and b their means, without the fold of the row
/// t = w·(x − a) / w·(b − a)          0 at one mean, 1 at the other
/// cut = s_a / (s_a + s_b)            as many deviations of either group from its own mean
/// </code>
/// A direction chosen for its gap shows one in the rows that it was chosen on; in rows kept aside it must be there.
/// </summary>
internal sealed class DiscriminantAxis
{
    private DiscriminantAxis(double[] t, int first)
    {
        T = t;
        (double a, double b) = (Deviation(t.AsSpan(0, first), 0), Deviation(t.AsSpan(first), 1));
        Cut = a + b > 0 ? a / (a + b) : 0.5;
        Within = Math.Sqrt((a * a * first + b * b * (t.Length - first)) / t.Length);
    }

    /// <summary>t of the rows of the first group, then of the second.</summary>
    public double[] T { get; }

    public double Cut { get; }

    /// <summary>Rows on the smaller side of the cut.</summary>
    public int SmallerSide => Math.Min(T.Count(t => t < Cut), T.Count(t => t >= Cut));

    /// <summary>Deviation about the means of the groups; 1/Within is how many deviations these lie apart.</summary>
    public double Within { get; }

    /// <summary>Null where a fold leaves a group too few rows to have a direction.</summary>
    public static DiscriminantAxis? Of(GroupTable table, RowGroup first, RowGroup second)
    {
        double[] t = new double[first.Count + second.Count];
        for (int fold = 0; fold < GroupTable.Folds; fold++)
        {
            if (Math.Min(first.CountWithout(fold), second.CountWithout(fold)) < 2) return null;
            double[][] scatter = WithinCovariance.Zero(table.Columns);
            double[] a = first.MeanWithout(fold, scatter), between = second.MeanWithout(fold, scatter);
            RowArithmetic.AddTo(between, a, -1);
            int degrees = first.CountWithout(fold) + second.CountWithout(fold) - 2;
            double[] w = WithinCovariance.Of(scatter, degrees).Solved(between);
            double length = RowArithmetic.Dot(w, between), origin = RowArithmetic.Dot(w, a);
            if (!(length > 0)) return null;
            Project(first.Rows, 0);
            Project(second.Rows, first.Count);

            void Project(int[] rows, int offset)
            {
                for (int i = 0; i < rows.Length; i++)
                {
                    if (table.Fold[rows[i]] == fold)
                        t[offset + i] = (RowArithmetic.Dot(w, table.Standardised[rows[i]]) - origin) / length;
                }
            }
        }
        return new DiscriminantAxis(t, first.Count);
    }

    private static double Deviation(ReadOnlySpan<double> t, double mean)
    {
        double sum = 0;
        foreach (double value in t) sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum / t.Length);
    }
}
