namespace MlMaths.Torch.Data;

/// <summary>
/// All features in the same unit, for columns that were measured in one: the pixels of pictures, above all.
///
/// <code>
/// lo, hi = least and largest value of the training rows, all columns together
/// zᵢⱼ = (xᵢⱼ − (lo + hi)/2) / ((hi − lo)/2)          [n, d]   −1 to 1 on the training rows
/// </code>
///
/// <see cref="StandardScaler"/> divides each column by its own deviation. A pixel at the margin that is dark in all pictures but
/// three then counts as much as one in the middle, and what it counts is noise.
/// </summary>
public static class RangeScaler
{
    /// <summary>One middle and one half range, of the training rows.</summary>
    public static FittedScaler Fit(TrainingPart training)
    {
        Dataset rows = training.Select();
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < rows.Rows; i++)
        {
            foreach (double x in rows.Row(i))
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
        }

        // Half of each first: the sum and the difference of two numbers near the largest there is would overflow.
        double middle = low / 2 + high / 2, half = high / 2 - low / 2;
        return new(rows.ColumnNames, Repeated(middle), Repeated(half > 0 ? half : 1), []);

        double[] Repeated(double number) => [.. Enumerable.Repeat(number, rows.Columns)];
    }
}
