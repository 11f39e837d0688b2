using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>One training row, wild in the column with the largest weight: no loss of the residual helps against that.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Squares">Its weight by least squares: before, and after.</param>
/// <param name="Absolute">By least absolute deviations.</param>
internal sealed record ColumnOutlier(int Column, (double Before, double After) Squares, (double Before, double After) Absolute)
{
    /// <summary>Deviations of the column by which the row is moved.</summary>
    public const double Distance = 1000;

    public static ColumnOutlier Of(RegressionData data, double[] squares, double[] absolute)
    {
        int column = Array.IndexOf(squares, squares.Skip(1).MaxBy(Math.Abs), 1) - 1;
        double[][] moved = [.. data.Training.Select(values => (double[])values.Clone())];
        moved[column][0] += Distance;
        double[] y = data.TrainingTargets;
        return new ColumnOutlier(
            column, (squares[column + 1], LeastSquares.Fit(moved, y).Weights[column + 1]),
            (absolute[column + 1], LeastAbsoluteDeviations.Fit(moved, y).Weights[column + 1]));
    }
}
