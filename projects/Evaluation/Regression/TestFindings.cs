using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What both fits and the baseline are worth on the test rows.</summary>
/// <param name="Squares">Predictions of least squares.</param>
/// <param name="Absolute">Predictions of least absolute deviations.</param>
/// <param name="Baseline">The mean of the training targets: what one would say of every row without looking at it.</param>
/// <param name="OfSquares">MAE, RMSE and R².</param>
/// <param name="OfAbsolute">MAE, RMSE and R².</param>
/// <param name="OfBaseline">MAE, RMSE and R².</param>
/// <param name="Gain">RMSE of the baseline less that of least squares.</param>
/// <param name="MeanAbsoluteGain">MAE of the baseline less that of least squares.</param>
/// <param name="AbsoluteOverSquares">MAE of least squares less that of least absolute deviations.</param>
/// <param name="SquaresOverAbsolute">RMSE of least absolute deviations less that of least squares.</param>
internal sealed record TestFindings(
    double[] Squares, double[] Absolute, double Baseline, RegressionIntervals OfSquares, RegressionIntervals OfAbsolute,
    RegressionIntervals OfBaseline,
    Interval Gain, Interval MeanAbsoluteGain, Interval AbsoluteOverSquares, Interval SquaresOverAbsolute)
{
    /// <summary>R² of one prediction for all rows is never above this: no level line misses by less than their own mean.</summary>
    public const double MostOfLevel = 0;

    /// <summary>How far the predictions by least squares are spread.</summary>
    public double PredictedDeviation => Moments.Of(Squares).PopulationDeviation;

    /// <summary>
    /// Whether every held-out target is predicted up to rounding: then the columns hold the target, and nothing was learnt.
    /// </summary>
    public bool IsExact => OfSquares.RootMeanSquared.Value <= 1e-9 * ObservedDeviation;

    /// <summary>How far what was observed is spread.</summary>
    public double ObservedDeviation { get; private init; }

    public static TestFindings Of(RegressionData data, LossFindings fits, RegressionOptions options, int seed)
    {
        double[] y = data.TestTargets, squares = LeastSquares.Predict(fits.LeastSquares, data.Test),
            absolute = LeastSquares.Predict(fits.LeastAbsolute.Weights, data.Test);
        double mean = Moments.Of(data.TrainingTargets).Mean;
        double[] baseline = [.. y.Select(_ => mean)];
        int resamples = options.Resamples;
        return new TestFindings(
            squares, absolute, mean, Intervals(squares), Intervals(absolute), OfLevel(),
            RegressionIntervals.RootMeanSquaredGain(y, baseline, squares, seed, resamples),
            RegressionIntervals.MeanAbsoluteGain(y, baseline, squares, seed, resamples),
            RegressionIntervals.MeanAbsoluteGain(y, squares, absolute, seed, resamples),
            RegressionIntervals.RootMeanSquaredGain(y, absolute, squares, seed, resamples))
        {
            ObservedDeviation = Moments.Of(y).PopulationDeviation,
        };

        RegressionIntervals Intervals(double[] predictions) => RegressionIntervals.Of(y, predictions);

        RegressionIntervals OfLevel()
        {
            RegressionIntervals level = Intervals(baseline);
            return level with { RSquared = level.RSquared.Within(double.NegativeInfinity, MostOfLevel) };
        }
    }
}
