namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>The few sums over rows that the checks need, as plain as they can be.</summary>
internal static class Linear
{
    public static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    public static double[] Means(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Average(row => row[j]))];

    /// <summary>The root of Σ(x − m)²/(n − 1), of each column.</summary>
    public static double[] Deviations(double[][] rows) => [.. Turned(rows).Select(column => Math.Sqrt(Covariance(column, column)))];

    public static double[][] Less(double[][] rows, double[] means) => [.. rows.Select(row => row.Zip(means, (x, m) => x - m).ToArray())];

    public static double[][] Over(double[][] rows, double[] units) =>
        [.. rows.Select(row => row.Zip(units, (x, unit) => x / unit).ToArray())];

    public static double[][] Standardised(double[][] rows) => Over(Less(rows, Means(rows)), Deviations(rows));

    /// <summary>XᵀX/(n − 1), of rows that are centred already, or are meant not to be.</summary>
    public static double[][] Products(double[][] rows)
    {
        int d = rows[0].Length;
        return [.. Enumerable.Range(0, d).Select(i => Enumerable.Range(0, d)
            .Select(j => rows.Sum(row => row[i] * row[j]) / Math.Max(1, rows.Length - 1)).ToArray())];
    }

    public static double[][] Covariance(double[][] rows) => Products(Less(rows, Means(rows)));

    public static double Covariance(double[] x, double[] y)
    {
        (double mx, double my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / (x.Length - 1);
    }

    /// <summary>Whether all off the diagonal is nothing beside the sum of the diagonal.</summary>
    public static bool IsDiagonal(double[][] square, double tolerance)
    {
        double least = tolerance * square.Select((row, i) => row[i]).Sum();
        return square.Index().All(row => row.Item.Index().All(one => one.Index == row.Index || Math.Abs(one.Item) <= least));
    }

    public static double[][] Turned(double[][] rows) =>
        rows.Length == 0 ? [] : [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(row => row[j]).ToArray())];

    /// <summary>The scores of rows along directions: [n, k] of [n, d] and [k, d].</summary>
    public static double[][] Along(double[][] rows, double[][] directions) =>
        [.. rows.Select(row => directions.Select(v => Dot(row, v)).ToArray())];
}
