namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Some rows of a table, with sums and products by fold, from which mean and scatter of any four folds follow at once.
///
/// <code>
/// Σ (x − m)(x − m)ᵀ = Σ xxᵀ − n m mᵀ        the columns are centred, so that little cancels
/// </code>
/// </summary>
internal sealed class RowGroup
{
    private readonly int[] _counts = new int[GroupTable.Folds];
    private readonly double[][] _sums = new double[GroupTable.Folds][];
    private readonly double[][][] _products = new double[GroupTable.Folds][][];

    public RowGroup(GroupTable table, int[] rows)
    {
        Rows = rows;
        for (int fold = 0; fold < GroupTable.Folds; fold++)
            (_sums[fold], _products[fold]) = (new double[table.Columns], WithinCovariance.Zero(table.Columns));
        foreach (int row in rows)
        {
            int fold = table.Fold[row];
            _counts[fold]++;
            RowArithmetic.AddTo(_sums[fold], table.Standardised[row]);
            WithinCovariance.AddProducts(_products[fold], table.Standardised[row], 1);
        }
    }

    /// <summary>Ascending.</summary>
    public int[] Rows { get; }

    public int Count => Rows.Length;

    /// <summary>Rows outside a fold; with no fold, all.</summary>
    public int CountWithout(int? fold) => Count - (fold is int one ? _counts[one] : 0);

    /// <summary>Their mean; their scatter about it is added to S.</summary>
    public double[] MeanWithout(int? fold, double[][] scatter)
    {
        int n = CountWithout(fold);
        double[] mean = new double[_sums[0].Length];
        for (int f = 0; f < GroupTable.Folds; f++)
        {
            if (f == fold) continue;
            RowArithmetic.AddTo(mean, _sums[f], 1.0 / n);
            for (int i = 0; i < scatter.Length; i++) RowArithmetic.AddTo(scatter[i], _products[f][i]);
        }
        WithinCovariance.AddProducts(scatter, mean, -n);
        return mean;
    }
}
