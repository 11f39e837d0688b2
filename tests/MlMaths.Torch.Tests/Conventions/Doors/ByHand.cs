using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// Members whose arguments have to fit each other: each with calls that pass what is no number on, one for each
/// parameter.
/// </summary>
internal static class ByHand
{
    private static readonly double[][] Columns = [[1, 2, 3, 4, 5, 7], [2, -1, 4, 0, 3, 1]];
    private static readonly double[] Target = [3.1, 2.2, 6.3, 4.1, 7.4, 8.2];

    public static IReadOnlyDictionary<string, Action<double>[]> Calls { get; } = new Dictionary<string,
        Action<double>[]>
    {
        ["Calculus.DescentStep.On"] = [bad => DescentStep.On(Bowl(), bad, 0.1), bad => DescentStep.On(Bowl(), 1, bad)],
        ["Calculus.LargestCurvature.Search"] = [bad => OnBowl(source => LargestCurvature.Search(source.Hessian,
            source.Rows.Whole, tolerance: bad))],
        ["Calculus.LogisticLoss.Gradient"] = [bad => Logistic((X, y, w, b) => LogisticLoss.Gradient(X, y, w, b, bad)),
            bad => Logistic((X, y, w, b) => LogisticLoss.Gradient(X, y, w, b, 0, bad))],
        ["Calculus.LogisticLoss.Hessian"] = [bad => Logistic((X, y, w, b) => LogisticLoss.Hessian(X, y, w, b, bad)),
            bad => Logistic((X, y, w, b) => LogisticLoss.Hessian(X, y, w, b, 0, bad))],
        ["Calculus.LogisticLoss.Value"] = [bad => Logistic((X, y, w, b) => LogisticLoss.Value(X, y, w, b, bad))],
        ["Calculus.SimdBackpropagation.new"] = [bad => new SimdBackpropagation(new Perceptron([2, 3, 2], seed: 1),
            bad)],
        ["Data.Dataset.new"] = [bad => Table(bad)],
        ["Data.Dataset.WithFeatures(features)"] = [bad => Table(1).WithFeatures([1, 2, bad, 4])],
        ["Data.Dataset.WithFeatures(columnNames"] = [bad => Table(1).WithFeatures(["c"], [1, bad])],
        ["Data.TimeFolds.Of"] = [bad => TimeFolds.Of(Table(1), 2, bad)],
        ["Data.TimeSplit.Of"] = [bad => TimeSplit.Of(Table(1), gap: bad)],
        ["Diagnosis.LearningRateReading.Of"] = [bad => LearningRateReading.Of(new TrainingHistory("run",
            TrainingStatus.Completed, 0, []), bad)],
        ["Evaluation.CrossValidation.Mean"] = [bad => Crossed().Mean("m", bad)],
        ["Evaluation.LatencySample.new"] = [bad => Timed([1, bad, 3])],
        ["Evaluation.LatencySample.Percentile"] = [bad => Timed([1, 2, 3]).Percentile(bad), bad => Timed([1, 2,
            3]).Percentile(0.5, bad)],
        ["Evaluation.LatencySample.RatioTo"] = [bad => Timed([1, 2, 3]).RatioTo(Timed([1, 2, 3]), bad)],
        ["LinearAlgebra.BatchEffect.Of"] =
            [bad => BatchEffect.Of(torch.tensor([1, 2, bad, 4, 5, 7.0], [6, 1]), ["a", "b", "a", "b", "a", "b"], 1)],
        ["LinearAlgebra.BootstrappedCoefficients.Fit"] =
        [
            bad => BootstrappedCoefficients.Fit(Corrupted(bad), Target, 1, 20), bad => BootstrappedCoefficients.Fit(Columns,
                SpoiltTarget(bad), 1, 20),
            bad => BootstrappedCoefficients.Fit(Columns, Target, 1, 20, bad),
        ],
        ["LinearAlgebra.CoefficientCoverage.Fit"] = [bad => CoefficientCoverage.Fit(LeastSquares.Fit(Columns, Target), 2,
            1, bad)],
        ["LinearAlgebra.LeastAbsoluteDeviations.Fit"] = [bad => LeastAbsoluteDeviations.Fit(Corrupted(bad), Target),
            bad => LeastAbsoluteDeviations.Fit(Columns, SpoiltTarget(bad))],
        ["LinearAlgebra.LeastSquares.Fit"] = [bad => LeastSquares.Fit(Corrupted(bad), Target),
            bad => LeastSquares.Fit(Columns, SpoiltTarget(bad))],
        ["LinearAlgebra.LeastSquares.Interval"] = [bad => LeastSquares.Fit(Columns, Target).Interval(1, bad)],
        ["LinearAlgebra.LeastSquares.Predict(columns)"] = [bad => LeastSquares.Fit(Columns,
            Target).Predict(Corrupted(bad))],
        ["LinearAlgebra.LeastSquares.Predict(weights"] = [bad => LeastSquares.Predict([1, bad, 2], Columns),
            bad => LeastSquares.Predict([1, 2, 3], Corrupted(bad))],
        ["Models.Perceptron.new"] = [bad => new Perceptron([2, 3, 2], seed: 1, dropout: bad)],
        ["Models.PlainPerceptron.new"] = [bad => new PlainPerceptron([1, 1], [1, (float)bad])],
        ["Optimisation.DampedNewton.Update"] = [Newton],
        ["Optimisation.LogisticFit.ByNewton"] =
        [
            bad => Fitted((model, rows) => LogisticFit.ByNewton(model, rows, bad)), bad => Fitted((model,
                rows) => LogisticFit.ByNewton(model, rows, 1, tolerance: bad)),
            bad => Fitted((model, rows) => LogisticFit.ByNewton(model, rows, 1, ω: bad)),
        ],
        ["Optimisation.LogisticFit.ToOptimum"] =
        [
            bad => Fitted((model, rows) => LogisticFit.ToOptimum(model, rows, bad)),
            bad => Fitted((model, rows) => LogisticFit.ToOptimum(model, rows, 1, tolerance: bad)),
            bad => Fitted((model, rows) => LogisticFit.ToOptimum(model, rows, 1, ω: bad)),
        ],
        ["Optimisation.StabilityTrial.Search(name"] =
        [
            bad => OnBowl(source => StabilityTrial.Search("bowl", source, source.Hessian, source.Rows, 5, [bad])),
            bad => OnBowl(source => StabilityTrial.Search("bowl", source, source.Hessian, source.Rows, 5, [0.1], bad)),
        ],
    };

    private static Quadratic Bowl() => new("bowl", new double[,] { { 2 } }, 0);

    private static void OnBowl(Action<SurfaceSource> act)
    {
        using var source = new SurfaceSource(Bowl(), [1]);
        act(source);
    }

    private static double[][] Corrupted(double bad) => [Columns[0], [2, -1, bad, 0, 3, 1]];

    private static double[] SpoiltTarget(double bad) => [3.1, 2.2, bad, 4.1, 7.4, 8.2];

    private static void Logistic(Action<Tensor, Tensor, Tensor, Tensor> act) =>
        act(torch.tensor([1.0, 2, 3, 4], [2, 2]), torch.tensor([0.0, 1]), torch.zeros(2, torch.ScalarType.Float64),
            torch.zeros(1, torch.ScalarType.Float64)[0]);

    private static void Fitted(Action<LogisticModel, Batch> act)
    {
        using LogisticModel model = new(1, torch.CPU);
        act(model, new Batch(torch.tensor([1.0, 2, 3, 4], [4, 1]), torch.tensor([0.0, 1, 0, 1])));
    }

    private static void Newton(double bad) => Fitted((model, rows) =>
    {
        var source = new HandDerivedLogistic(model, 1);
        source.Differentiate(rows);
        new DampedNewton(source).Update(model.Parameters, bad, rows);
    });

    private static Dataset Table(double last) =>
        new("table", ["a", "b"], [1, 2, 3, last], null, ["", ""], new Provenance("made here", "none", "0"));

    private static CrossValidation Crossed()
    {
        Dataset data = new("table", ["a"], [.. Enumerable.Range(0, 8).Select(i => (double)i)], "t",
            [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "yes" : "no")],
            new Provenance("made here", "none", "0"));
        return CrossValidation.Train(
            [Folds.Stratified(data, 2, 1)], fold => new Dictionary<string, double?> { ["m"] = fold.Number });
    }

    private static LatencySample Timed(double[] times) =>
        new(new LatencySubject("here", 1, 1), new LatencyWarmUp(1, TimeSpan.FromSeconds(1), true, 1, 1, 0.1), times,
            [.. times.Select(_ => 0)]);
}
