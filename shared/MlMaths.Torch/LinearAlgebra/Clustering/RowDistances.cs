namespace MlMaths.Torch.LinearAlgebra;

/// <summary>The distance of every row to every other, [n][n].</summary>
internal static class RowDistances
{
    public static double[][] Of(double[][] rows) => [.. rows.Select(one => (double[])[.. rows.Select(other => Between(one, other))])];

    /// <summary>The same of rows of a plane.</summary>
    public static double[][] Of((double T, double U)[] plane) =>
        [.. plane.Select(one => (double[])[.. plane.Select(other => AlongRows.Distance(one, other))])];

    private static double Between(double[] one, double[] other)
    {
        double sum = 0;
        for (int j = 0; j < one.Length; j++) sum += (one[j] - other[j]) * (one[j] - other[j]);
        return Math.Sqrt(sum);
    }
}
