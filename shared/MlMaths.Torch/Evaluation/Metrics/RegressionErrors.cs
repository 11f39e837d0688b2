using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How far predicted numbers ŷ are from the targets y.
/// <code>
/// MAE  = 1/n Σ |ŷᵢ − yᵢ|        MSE = 1/n Σ (ŷᵢ − yᵢ)²        RMSE = √MSE
/// R²   = 1 − MSE / σ²(y)        1 is perfect, 0 is as good as the mean of these targets, below 0 worse
/// r    = cov(y, ŷ) / (σ(y) σ(ŷ))   blind to a wrong offset or scale, so never quoted alone
/// </code>
/// </summary>
/// <param name="MeanAbsolute">MAE, in units of the target.</param>
/// <param name="MeanSquared">MSE, in units of the target squared.</param>
/// <param name="RSquared">R²; null where the targets are all equal.</param>
/// <param name="Pearson">r; null where targets or predictions are all equal.</param>
public sealed record RegressionErrors(double MeanAbsolute, double MeanSquared, double? RSquared, double? Pearson)
{
    /// <summary>RMSE, in units of the target.</summary>
    public double RootMeanSquared => Math.Sqrt(MeanSquared);

    /// <summary>From at least one row.</summary>
    public static RegressionErrors Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> predictions)
    {
        if (targets.Length != predictions.Length)
            throw new ArgumentException($"{targets.Length} targets and {predictions.Length} predictions: one each is needed.");
        Moments target = Moments.Of(targets), prediction = Moments.Of(predictions);
        if (!double.IsFinite(target.PopulationVariance) || !double.IsFinite(prediction.PopulationVariance))
        {
            throw new UserMistakeException("The squares of targets or predictions are too large for "
                + "double precision (1.8e308): use other units.");
        }

        double absolute = 0, squared = 0, covariance = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double error = predictions[row] - targets[row];
            absolute += Math.Abs(error) / targets.Length;
            squared += error * error / targets.Length;
            covariance += (targets[row] - target.Mean) * (predictions[row] - prediction.Mean) / targets.Length;
        }
        double scale = target.PopulationDeviation * prediction.PopulationDeviation;
        return new RegressionErrors(
            absolute, squared,
            target.PopulationVariance == 0 ? null : 1 - squared / target.PopulationVariance,
            scale == 0 ? null : covariance / scale);
    }
}
