using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>Squared against absolute errors: what each fit is, and what wild rows do to it.</summary>
/// <param name="LeastSquares">[b | w].</param>
/// <param name="LeastAbsolute">The fit by exchanging rows, with its proof.</param>
/// <param name="DescentExcess">How much higher the mean absolute error of the subgradient descent is, in deviations of the target.</param>
/// <param name="DescentSteps">Its steps.</param>
/// <param name="Wild">Fits with more and more wild targets among the training rows.</param>
/// <param name="ColumnOutlier">What one row does that is wild in a column.</param>
internal sealed record LossFindings(
    double[] LeastSquares, LeastAbsoluteDeviations LeastAbsolute, double DescentExcess, int DescentSteps,
    IReadOnlyList<TargetOutliers> Wild, ColumnOutlier ColumnOutlier)
{
    private static readonly double[] Shares = [0, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1];

    /// <summary>Whether rounding left the proof of a minimum intact.</summary>
    public bool IsProved => LeastAbsolute.IsMinimum;

    public static LossFindings Fit(
        RegressionData data, RegressionOptions options, torch.Device device, int seed, CancellationToken cancellation)
    {
        LinearAlgebra.LeastSquares fit = LinearAlgebra.LeastSquares.Fit(data.Training, data.TrainingTargets);
        double[] squares = fit.Weights;
        LeastAbsoluteDeviations absolute = LeastAbsoluteDeviations.Fit(data.Training, data.TrainingTargets, fit, cancellation);
        (double excess, int steps) = Descend(data, absolute.Weights, options, device, cancellation);
        TargetOutliers[] wild = [.. Shares.Select(share => TargetOutliers.Of(data, share, seed, cancellation))];
        return new LossFindings(squares, absolute, excess, steps, [.. wild.DistinctBy(one => one.Count)],
            ColumnOutlier.Of(data, squares, absolute.Weights));
    }

    private static (double Excess, int Steps) Descend(
        RegressionData data, double[] best, RegressionOptions options, torch.Device device, CancellationToken cancellation)
    {
        double[] y = data.TrainingTargets;
        var moments = Moments.Of(y);
        (double m, double s) = (moments.Mean, moments.PopulationDeviation);
        using DisposeScope scope = torch.NewDisposeScope();
        using Batches batches = SolutionFindings.StandardisedBatches(data, m, s, device);
        using var model = new LinearModel(data.Training.Length, device);
        var training = new TrainingOptions { Run = "absolute error", LearningRate = 0.5, Epochs = options.Steps / 3 };
        TrainingHistory history = new Trainer(training, new GradientDescent(), new ScheduledLearningRate(new InverseRootDecay()))
            .Fit(HandDerivedLinear.AbsoluteError(model), batches, null, cancellation);
        double[] θ = model.Parameters.ToArray();
        double[] weights = [m + s * θ[^1], .. θ[..^1].Select(w => s * w)];
        double excess = (MeanAbsolute(weights, data.Training, y) - MeanAbsolute(best, data.Training, y)) / s;
        return (Math.Max(0, excess), history.Steps); // below 0 by rounding alone
    }

    public static double MeanAbsolute(double[] weights, double[][] columns, double[] y) =>
        LinearAlgebra.LeastSquares.Predict(weights, columns).Zip(y, (ŷ, target) => Math.Abs(ŷ - target)).Average();
}
