using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>
/// The same by repeated cross-validation over all rows: everything, scaling too, is fitted again on each fold's training
/// rows.
/// </summary>
/// <param name="Scores">Fold by fold.</param>
internal sealed record FoldFindings(CrossValidation Scores)
{
    public static FoldFindings Fit(RegressionData data, RegressionOptions options, int seed, CancellationToken cancellation)
    {
        IReadOnlyList<IReadOnlyList<Fold>> repeats =
            RepeatedFolds.Of(options.Repeats, seed, drawn => RandomFolds.Of(data.ToRefit, options.Folds, drawn));
        return new FoldFindings(CrossValidation.Train(repeats, fold =>
        {
            cancellation.ThrowIfCancellationRequested();
            return ScoresOf(data, fold, cancellation);
        }));
    }

    /// <summary>The mean over the folds, its interval cut where no value of the metric lies.</summary>
    public Interval this[string metric] => metric switch
    {
        "gain" => Scores.Mean(metric),
        "baseline_r2" => Scores.Mean(metric).Within(double.NegativeInfinity, TestFindings.MostOfLevel),
        "r2" or "absolute_r2" => Scores.Mean(metric).Within(double.NegativeInfinity, 1),
        _ => Scores.Mean(metric).Within(0, double.PositiveInfinity),
    };

    private static Dictionary<string, double?> ScoresOf(RegressionData data, Fold fold, CancellationToken cancellation)
    {
        double[] y = [.. fold.Training.Rows.Select(row => data.Targets[row])],
            held = [.. fold.HeldOut.Rows.Select(row => data.Targets[row])];
        TrainingPart refitted = Preparation.Refit(fold.Training);
        FittedScaler scaler = StandardScaler.Fit(refitted);
        double[][] training = RegressionData.ColumnsOf(scaler.Transform(refitted));
        int[] kept = [.. Enumerable.Range(0, training.Length).Except(scaler.ConstantColumns)];
        HashSet<int> dependent = [.. DependentColumns.Of([.. kept.Select(column => training[column])])
            .Select(column => kept[column.Column])];
        kept = [.. kept.Where(column => !dependent.Contains(column))];
        double[][] fitted = [.. kept.Select(column => training[column])],
            scored = RegressionData.ColumnsOf(scaler.Transform(refitted.Whole.Select(fold.HeldOut.Rows)));
        double mean = Moments.Of(y).Mean;
        double[] level = [.. held.Select(_ => mean)];
        if (kept.Length == 0)
            return Measured(held, level, level, level);
        double[][] shown = [.. kept.Select(column => scored[column])];
        LeastSquares squares = LeastSquares.Fit(fitted, y);
        return Measured(
            held, squares.Predict(shown),
            LeastSquares.Predict(LeastAbsoluteDeviations.Fit(fitted, y, squares, cancellation).Weights, shown), level);
    }

    private static Dictionary<string, double?> Measured(double[] y, double[] squares, double[] absolute, double[] level)
    {
        RegressionErrors ofSquares = RegressionErrors.Of(y, squares), ofAbsolute = RegressionErrors.Of(y, absolute),
            ofLevel = RegressionErrors.Of(y, level);
        return new()
        {
            ["rmse"] = ofSquares.RootMeanSquared,
            ["mae"] = ofSquares.MeanAbsolute,
            ["r2"] = ofSquares.RSquared,
            ["absolute_rmse"] = ofAbsolute.RootMeanSquared,
            ["absolute_mae"] = ofAbsolute.MeanAbsolute,
            ["absolute_r2"] = ofAbsolute.RSquared,
            ["baseline_rmse"] = ofLevel.RootMeanSquared,
            ["baseline_mae"] = ofLevel.MeanAbsolute,
            ["baseline_r2"] = ofLevel.RSquared,
            ["gain"] = ofLevel.RootMeanSquared - ofSquares.RootMeanSquared,
        };
    }
}
