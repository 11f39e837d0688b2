namespace MlMaths.Torch.Figures;

/// <summary>Probabilities of the positive class at the points of an even grid over a rectangle.</summary>
/// <param name="LowX">Left edge, where column 0 stands.</param>
/// <param name="HighX">Right edge, where the last column stands.</param>
/// <param name="LowY">Lower edge, where row 0 stands.</param>
/// <param name="HighY">Upper edge, where the last row stands.</param>
/// <param name="Values">Row by row from below, <c>[row, column]</c>; at least 2 × 2.</param>
public sealed record ProbabilityField(double LowX, double HighX, double LowY, double HighY, double[,] Values)
{
    internal int Rows => Values.GetLength(0);

    internal int Columns => Values.GetLength(1);

    /// <summary>Asks a model for its probability at each of n × n points.</summary>
    public static ProbabilityField Of(
        Func<double, double, double> probability, double lowX, double highX, double lowY, double highY, int n = 80)
    {
        double[,] values = new double[n, n];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
                values[row, column] = probability(lowX + (highX - lowX) * column / (n - 1), lowY + (highY - lowY) * row / (n - 1));
        }
        return new ProbabilityField(lowX, highX, lowY, highY, values);
    }
}
