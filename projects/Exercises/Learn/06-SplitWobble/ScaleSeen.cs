namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>How rows were scaled, by their columns as they came.</summary>
/// <param name="IsCentred">Each column has mean 0.</param>
/// <param name="IsUnit">Each column has deviation 1, whether n or n − 1 divides.</param>
/// <param name="IsRaw">Column 0 is as it was.</param>
/// <param name="IsByAll">Column 0 was scaled by mean and deviation of all rows.</param>
internal sealed record ScaleSeen(bool IsCentred, bool IsUnit, bool IsRaw, bool IsByAll)
{
    // Sums of 40 numbers in float32.
    private const double Tolerance = 2e-5;

    public static ScaleSeen Of(ColumnScales column, double[][] rows)
    {
        if (rows.Length == 0) return new(false, false, false, false);
        (double Mean, double Square)[] columns =
            [.. Enumerable.Range(0, rows[0].Length).Select(j => MeanAndSquare([.. rows.Select(row => row[j])]))];
        double[] own = [.. rows.Select(row => row[0])];
        return new(
            columns.All(one => Math.Abs(one.Mean) < Tolerance), columns.All(one => IsOne(one.Square, rows.Length)),
            AllIn(own, column.Raw), AllIn(own, column.ByAll) || AllIn(own, column.ByAllLessOne));
    }

    private static bool IsOne(double square, int n) =>
        Math.Abs(Math.Sqrt(square / n) - 1) < Tolerance || (n > 1 && Math.Abs(Math.Sqrt(square / (n - 1)) - 1) < Tolerance);

    private static bool AllIn(double[] some, double[] all) => some.All(one => all.Any(other => Math.Abs(one - other) < Tolerance));

    internal static (double Mean, double Square) MeanAndSquare(double[] values)
    {
        double mean = values.Average();
        return (mean, values.Sum(one => (one - mean) * (one - mean)));
    }
}

/// <summary>Column 0 of all rows, ascending: as it was, and scaled by all rows.</summary>
/// <param name="Raw">As it was.</param>
/// <param name="ByAll">With n under the root.</param>
/// <param name="ByAllLessOne">With n − 1 under the root.</param>
internal sealed record ColumnScales(double[] Raw, double[] ByAll, double[] ByAllLessOne)
{
    public static ColumnScales Of(double[] raw)
    {
        (double mean, double square) = ScaleSeen.MeanAndSquare(raw);
        int n = raw.Length;
        return new(
            raw, [.. raw.Select(x => (x - mean) / Math.Sqrt(square / n))], [.. raw.Select(x => (x - mean) / Math.Sqrt(square / (n - 1)))]);
    }
}
