namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Which column's units decide whether k-means finds given groups: with each column in turn standardised where the others are
/// as given, and as given where the others are standardised, the one that moves the agreement most.
/// </summary>
internal static class UnitsOfColumn
{
    private const int Restarts = 5;

    public static int Deciding(GroupTable table, int[] groups, int k)
    {
        double given = Agreement(table, groups, k, _ => false), standardised = Agreement(table, groups, k, _ => true);
        return Enumerable.Range(0, table.Columns).MaxBy(column =>
            Math.Abs(Agreement(table, groups, k, other => other == column) - given)
            + Math.Abs(Agreement(table, groups, k, other => other != column) - standardised));
    }

    private static double Agreement(GroupTable table, int[] groups, int k, Predicate<int> isStandardised)
    {
        int d = table.Columns;
        double[] values = new double[table.Rows * d];
        for (int i = 0; i < values.Length; i++)
            values[i] = (isStandardised(i % d) ? table.Standardised : table.Unscaled)[i / d][i % d];
        KMeans fit = KMeans.Fit(CentredRows.Of(values, table.Rows, d), k, table.Seed, Restarts);
        return PartitionAgreement.Of(fit.Labels, groups).AdjustedRand;
    }
}
