using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>Both fits with some training targets made outliers, judged on test rows as they are.</summary>
/// <param name="Share">Of the training rows.</param>
/// <param name="Count">How many.</param>
/// <param name="LeastSquares">[b | w].</param>
/// <param name="LeastAbsolute">[b | w].</param>
/// <param name="SquaresError">MAE on the test rows.</param>
/// <param name="AbsoluteError">MAE on the test rows.</param>
internal sealed record TargetOutliers(
    double Share, int Count, double[] LeastSquares, double[] LeastAbsolute, double SquaresError, double AbsoluteError)
{
    /// <summary>Deviations of the target by which an outlier is too high.</summary>
    public const double Distance = 10;

    public static TargetOutliers Of(RegressionData data, double share, int seed, CancellationToken cancellation)
    {
        double[] y = [.. data.TrainingTargets];
        int count = (int)Math.Round(share * y.Length);
        int[] order = [.. Enumerable.Range(0, y.Length)];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(order);
        double lift = Distance * Moments.Of(y).PopulationDeviation;
        foreach (int row in order[..count])
            y[row] += lift;
        LinearAlgebra.LeastSquares fit = LinearAlgebra.LeastSquares.Fit(data.Training, y);
        double[] squares = fit.Weights, absolute = LeastAbsoluteDeviations.Fit(data.Training, y, fit, cancellation).Weights;
        return new TargetOutliers(
            count / (double)y.Length, count, squares, absolute,
            LossFindings.MeanAbsolute(squares, data.Test, data.TestTargets),
            LossFindings.MeanAbsolute(absolute, data.Test, data.TestTargets));
    }
}
