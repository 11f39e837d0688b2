using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The same weights by three ways, and how far the ways are apart.</summary>
/// <param name="ByQr">[b | w], w per deviation of a column.</param>
/// <param name="ByNormalEquations">The same; null where rounding left no solution.</param>
/// <param name="ByDescent">The same, from where the descent ended.</param>
/// <param name="Descent">The descent, step by step.</param>
/// <param name="Condition">κ of [1 | X], columns standardised.</param>
/// <param name="RawCondition">κ with the columns as the data has them; null where they are too large to be squared.</param>
/// <param name="GradientDifference">Largest relative difference between hand-derived and automatic gradient.</param>
internal sealed record SolutionFindings(
    double[] ByQr, double[]? ByNormalEquations, double[] ByDescent, TrainingHistory Descent,
    ConditionNumber Condition, ConditionNumber? RawCondition, double GradientDifference)
{
    public const double Tolerance = 1e-12;

    /// <summary>‖difference‖/‖θ‖ between normal equations and QR.</summary>
    public double? NormalDifference => ByNormalEquations is null ? null : Apart(ByNormalEquations, ByQr);

    /// <summary>‖difference‖/‖θ‖ between descent and QR.</summary>
    public double DescentDifference => Apart(ByDescent, ByQr);

    /// <summary>The largest of both.</summary>
    public double LargestDifference => Math.Max(NormalDifference ?? 0, DescentDifference);

    public bool DescentArrived => Descent.Status == TrainingStatus.Stopped;

    /// <summary>
    /// Steps for each digit that descent gains at best, ln 10 / ln((κ² + 1)/(κ² − 1)); and that logarithm is 2 artanh
    /// 1/κ².
    /// </summary>
    public static double StepsPerDigit(double κ) => Math.Log(10) / (2 * Math.Atanh(1 / (κ * κ)));

    public static SolutionFindings Fit(
        RegressionData data, RegressionOptions options, torch.Device device, int seed, CancellationToken cancellation)
    {
        double[] y = data.TrainingTargets;
        double[] ones = [.. Enumerable.Repeat(1.0, y.Length)];
        double[][] A = [ones, .. data.Training];
        ConditionNumber condition = ConditionNumber.Of(A)!;
        (double[] byDescent, TrainingHistory history, double gradients) = Descend(data, options, condition, device, seed, cancellation);
        return new SolutionFindings(
            HouseholderQr.Factor(A).Solve(y), NormalEquations.Solve(A, y), byDescent, history,
            condition, ConditionNumber.Of([ones, .. RegressionData.ColumnsOf(data.Split.Training.Select())]), gradients);
    }

    // The target too in units of its deviation: the curvature 2/n AᵀA is then all that decides the rate.
    private static (double[] Weights, TrainingHistory History, double GradientDifference) Descend(
        RegressionData data, RegressionOptions options, ConditionNumber condition, torch.Device device, int seed,
        CancellationToken cancellation)
    {
        double[] y = data.TrainingTargets;
        var moments = Moments.Of(y);
        (double m, double s, int n) = (moments.Mean, moments.PopulationDeviation, y.Length);
        using DisposeScope scope = torch.NewDisposeScope();
        using Batches batches = StandardisedBatches(data, m, s, device);
        using var model = new LinearModel(data.Training.Length, device);
        var source = HandDerivedLinear.SquaredError(model);
        double gradients = GradientsApart(source, batches.Whole, seed);
        double η = FastestLearningRate.Plain(2 * Math.Pow(condition.Smallest, 2) / n, 2 * Math.Pow(condition.Largest, 2) / n);
        var training = new TrainingOptions { Run = "squared error", LearningRate = η, Epochs = options.Steps };
        TrainingHistory history = new Trainer(training, new GradientDescent(), new GradientNormRecorder(Tolerance))
            .Fit(source, batches, null, cancellation);
        double[] θ = model.Parameters.ToArray();
        return ([m + s * θ[^1], .. θ[..^1].Select(w => s * w)], history, gradients);
    }

    public static Batches StandardisedBatches(RegressionData data, double m, double s, torch.Device device)
    {
        int n = data.TrainingTargets.Length, d = data.Training.Length;
        Tensor X = TensorCopy.Of([.. data.Training.SelectMany(column => column)], [d, n],
            device: device).t().contiguous();
        Tensor y = TensorCopy.Of([.. data.TrainingTargets.Select(target => (target - m) / s)], device: device);
        return new Batches(X, y, n, seed: 0);
    }

    private static double GradientsApart(HandDerivedLinear source, Batch batch, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var random = Seeds.Generator(seed, DrawnFor.Checks);
        source.Parameters.Set([.. Enumerable.Range(0, source.Parameters.Count).Select(_ => Normal.Draw(random))]);
        source.Differentiate(batch);
        double[] byHand = source.Parameters.GradientToArray();
        source.ByAutograd().Differentiate(batch);
        double difference = Apart(byHand, source.Parameters.GradientToArray());
        source.Parameters.Set(new double[source.Parameters.Count]);
        return difference;
    }

    private static double Apart(double[] found, double[] expected)
    {
        double square = expected.Sum(each => each * each);
        return square == 0 ? 0 : Math.Sqrt(found.Zip(expected, (one, other) => (one - other) * (one - other)).Sum() / square);
    }
}
