namespace MlMaths.Torch.Data;

/// <summary>
/// Every feature in units of its own deviation, so that one learning rate suits all of them.
///
/// mⱼ = 1/n Σᵢ xᵢⱼ                    [d]   over the training rows
/// sⱼ = √( 1/n Σᵢ (xᵢⱼ − mⱼ)² )       [d]   the population's deviation (divided by n)
/// zᵢⱼ = (xᵢⱼ − mⱼ) / sⱼ              [n, d] sⱼ = 1 where a column is constant
///
/// Only a <see cref="TrainingPart"/> can be fitted on: a mean that has seen the test rows has leaked them.
/// </summary>
public static class StandardScaler
{
    /// <summary>Means and deviations of the training rows.</summary>
    public static FittedScaler Fit(TrainingPart training)
    {
        Dataset rows = training.Select();
        double[] means = Means(rows);
        double[] deviations = Deviations(rows, means);
        IReadOnlyList<int> constant = rows.ConstantColumns();
        foreach (int column in constant)
            (means[column], deviations[column]) = (rows.Row(0)[column], 1);
        return new(rows.ColumnNames, means, deviations, constant);
    }

    private static double[] Means(Dataset rows)
    {
        double[] means = new double[rows.Columns];
        for (int i = 0; i < rows.Rows; i++)
        {
            ReadOnlySpan<double> x = rows.Row(i);
            for (int j = 0; j < x.Length; j++)
                means[j] += x[j] / rows.Rows;
        }

        return means;
    }

    // Two passes: Σx² − n·m² would lose every digit where the mean is large beside the deviation. And in units of the
    // furthest value, so that the square of 1e200 does not overflow and that of 1e-200 does not vanish.
    private static double[] Deviations(Dataset rows, double[] means)
    {
        double[] farthest = new double[rows.Columns], squares = new double[rows.Columns];
        for (int i = 0; i < rows.Rows; i++)
        {
            ReadOnlySpan<double> x = rows.Row(i);
            for (int j = 0; j < x.Length; j++)
                // halves: a distance may be beyond 1.8e308
                farthest[j] = Math.Max(farthest[j], Math.Abs(x[j] / 2 - means[j] / 2));
        }

        for (int i = 0; i < rows.Rows; i++)
        {
            ReadOnlySpan<double> x = rows.Row(i);
            for (int j = 0; j < x.Length; j++)
                squares[j] += Math.Pow((x[j] / 2 - means[j] / 2) / farthest[j], 2);
        }

        return [.. squares.Select((square, j) => farthest[j] * (2 * Math.Sqrt(square / rows.Rows)))];
    }
}
