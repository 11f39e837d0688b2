using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The model that is kept: trained on the training rows alone, at the chosen penalty, by the chosen solver.</summary>
/// <param name="Model">Its weights are those of the standardised columns.</param>
/// <param name="Penalty">λ.</param>
/// <param name="History">How it was trained.</param>
/// <param name="Objective">Mean loss on the training rows plus penalty, where the solver stopped.</param>
/// <param name="LowestObjective">The same at the optimum, by Newton.</param>
/// <param name="NewtonSteps">How many steps Newton needs.</param>
/// <param name="NewtonSlope">‖∇L‖ at Newton's end.</param>
internal sealed record FinalModel(
    LogisticModel Model, double Penalty, TrainingHistory History, double Objective, double LowestObjective,
    int NewtonSteps, double NewtonSlope) : IDisposable
{
    private const int DescentPassesPerStep = 10, BatchRows = 32;

    public static FinalModel Train(
        PreparedBatches<BinaryTarget> data, double λ, LogisticOptions options, ITrainingStore store, int seed,
        CancellationToken cancellation)
    {
        int features = (int)data.Training.X.size(1);
        using var reference = new LogisticModel(features, data.Training.X.device);
        TrainingHistory newton = LogisticFit.ByNewton(reference, data.Training, λ, "final, newton");
        double leastObjective = new HandDerivedLogistic(reference, λ).Loss(data.Training);

        var model = new LogisticModel(features, data.Training.X.device);
        var shapes = new ShapeChecker();
        shapes.Require(data.Training.X, "X", "n", "d");
        shapes.Require(model.Weights, "w", "d");
        var source = new HandDerivedLogistic(model, λ);
        double safeRate = LearningRateComparison.SafeRate(data.Training, λ);
        TrainingHistory history = options.Solver switch
        {
            Solver.Newton => LogisticFit.ByNewton(model, data.Training, λ, "final, newton"),
            Solver.Descent => Descend(source, data.Training, data.Training.Rows, safeRate, "final, descent"),
            Solver.Sgd => Descend(source, data.Training, BatchRows, safeRate / 10, "final, sgd"),
        };
        return new FinalModel(
            model, λ, history, source.Loss(data.Training), leastObjective, newton.Steps, newton.Curve("gradient_norm").Values[^1]);

        TrainingHistory Descend(HandDerivedLogistic gradient, Batch rows, int batchRows, double rate, string run)
        {
            var training = new TrainingOptions { Run = run, LearningRate = rate, Epochs = options.Steps * DescentPassesPerStep };
            return new Trainer(
                training, new GradientDescent(), new HistoryKeeper(store.HistoryOf(run)), new GradientNormRecorder(tolerance: 1e-6))
                .Fit(gradient, new Batches(rows.X, rows.y, batchRows, seed), cancellation: cancellation);
        }
    }

    public void Dispose() => Model.Dispose();

    /// <summary>Whether the model's line tells all training rows apart.</summary>
    public PerfectSeparation SeparationOf(PreparedBatches<BinaryTarget> data) =>
        PerfectSeparation.In(data.Target.Of(data.Split.Training), Model.Logits(data.Training.X));
}
