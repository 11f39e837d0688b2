namespace MlMaths.Torch.LinearAlgebra;

/// <summary>In which units columns are compared where groups are looked for.</summary>
public enum ColumnUnits
{
    /// <summary>Those of the table.</summary>
    AsGiven,

    /// <summary>Every column in deviations of its own.</summary>
    Standardised,

    /// <summary>Deviations along the axes of the whole table: neither units nor correlations count.</summary>
    Whitened,
}

/// <summary>One way to cut the rows into groups, to be tried.</summary>
/// <param name="Units">In which units it was found.</param>
/// <param name="Labels">The group of each row, 0 … k − 1.</param>
internal sealed record GroupProposal(ColumnUnits Units, int[] Labels)
{
    private const int Restarts = 3, MostClouds = 6, RowsPerColumn = 3;

    /// <summary>
    /// k-means with 2 … K centres in each unit; and mixtures of normal clouds that start from these, which see oblong groups, where
    /// a cloud has three rows or more for each column.
    /// </summary>
    public static IEnumerable<GroupProposal> Of(GroupTable table, int maxK)
    {
        HashSet<string> seen = [];
        foreach ((ColumnUnits units, double[][] rows) in new[]
        {
            (ColumnUnits.AsGiven, table.Unscaled), (ColumnUnits.Standardised, table.Standardised),
            (ColumnUnits.Whitened, table.Whitened()),
        })
        {
            CentredRows centred = CentredRows.Of([.. rows.SelectMany(row => row)], table.Rows, table.Columns);
            for (int k = 2; k <= maxK && centred.HasDifferentRows(k + 1); k++)
            {
                int[] labels = [.. KMeans.Fit(centred, k, table.Seed, Restarts).Labels];
                if (IsNew(labels)) yield return new GroupProposal(units, labels);
                if (units == ColumnUnits.AsGiven || k > MostClouds || table.Rows < RowsPerColumn * k * table.Columns) continue;
                int[] clouds = GaussianMixture.Fit(table.Standardised, labels, k).Labels;
                if (IsNew(clouds)) yield return new GroupProposal(units, clouds);
            }
        }

        bool IsNew(int[] labels) => seen.Add(string.Join(',', labels));
    }
}
