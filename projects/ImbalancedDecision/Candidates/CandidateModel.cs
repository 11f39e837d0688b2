using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>One of the models that are compared, with what it says about every row.</summary>
/// <param name="Kind">A straight line, or a net.</param>
/// <param name="Rebalancing">What was done about the rare class.</param>
/// <param name="Logits">Of all rows of the data set.</param>
/// <param name="BaseRate">The share of positives among the rows as they were learnt from, weights included: what its
/// probabilities believe in.</param>
/// <param name="Rows">How many rows it learnt from.</param>
/// <param name="History">How it was trained.</param>
/// <param name="Weights">What it learnt.</param>
/// <param name="Scale">How features become what it sees.</param>
internal sealed record CandidateModel(
    ModelKind Kind, Rebalancing Rebalancing, double[] Logits, double BaseRate, int Rows, TrainingHistory History,
    CandidateWeights Weights, FeatureScale Scale)
{
    private const double Penalty = 1e-3, LearningRate = 0.005;
    private const int BatchRows = 256, MinSteps = 1500;

    private static readonly int[] Hidden = [24, 12];

    /// <summary>As in <c>perceptron, weighted</c>.</summary>
    public string Name => NameOf(Kind, Rebalancing);

    /// <summary>σ(logits), as the model has them.</summary>
    public double[] Probabilities => Array.ConvertAll(Logits, Logit.Probability);

    public static string NameOf(ModelKind kind, Rebalancing rebalancing) =>
        $"{kind.ToString().ToLowerInvariant()}, {rebalancing.ToString().ToLowerInvariant()}";

    public static CandidateModel[] TrainAll(
        DecisionData data, torch.Device device, ITrainingStore store, int seed, CancellationToken cancellation)
    {
        using var rows = LearningRows.From(data, device);
        return
        [
            .. from kind in Enum.GetValues<ModelKind>()
               from rebalancing in Enum.GetValues<Rebalancing>()
               select Train(rows, kind, rebalancing, store, seed, cancellation),
        ];
    }

    private static CandidateModel Train(
        LearningRows data, ModelKind kind, Rebalancing rebalancing, ITrainingStore store, int seed,
        CancellationToken cancellation)
    {
        int[] rows = rebalancing == Rebalancing.Resampled ? data.Balanced(seed) : data.Learning;
        int positives = rows.Count(row => data.IsPositive[row]);
        double ω = rebalancing == Rebalancing.Weighted ? (double)(rows.Length - positives) / positives : 1;
        double baseRate = ω * positives / (ω * positives + rows.Length - positives);
        string run = $"{kind}-{rebalancing}".ToLowerInvariant();
        (CandidateWeights weights, TrainingHistory history) = kind == ModelKind.Logistic
            ? Line(data, rows, ω, run)
            : Net(data, rows, ω, run, store, seed, cancellation);
        return new(kind, rebalancing, weights.Logits(data.Standardised), baseRate, rows.Length, history, weights, data.Scale);
    }

    private static (CandidateWeights, TrainingHistory) Line(LearningRows data, int[] rows, double ω, string run)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch batch = data.BatchOf(rows, torch.ScalarType.Float64, torch.ScalarType.Float64);
        using var model = new LogisticModel(data.Columns, data.Device);
        TrainingHistory history = LogisticFit.ByNewton(
            model, batch, Penalty * (1 + (ω - 1) * rows.Count(row => data.IsPositive[row]) / rows.Length), run, 1e-8,
            ω: ω);
        return (CandidateWeights.Of(model), history);
    }

    private static (CandidateWeights, TrainingHistory) Net(
        LearningRows data, int[] rows, double ω, string run, ITrainingStore store, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var net = new Perceptron(
            [data.Columns, .. Hidden, 2], seed, CandidateWeights.NetActivation, Initialisation.Xavier, device: data.Device);
        Tensor weights = TensorCopy.Of([1f, (float)ω], device: data.Device);
        var source = new Autograd(net.Parameters, batch => SoftmaxLoss.Mean(net.Forward(batch.X, training: true), batch.y, weights));
        Batch learnt = data.BatchOf(rows, torch.ScalarType.Float32, torch.ScalarType.Int64),
            stopping = data.BatchOf(data.Stopping, torch.ScalarType.Float32, torch.ScalarType.Int64);
        using var batches = new Batches(learnt.X, learnt.y, BatchRows, seed);
        int epochs = Math.Max(12, MinSteps / batches.BatchesPerEpoch);
        var options = new TrainingOptions { Run = run, LearningRate = LearningRate, Epochs = epochs };
        using var rule = new Adam();
        ITrainingObserver[] observers =
        [
            new HistoryKeeper(store.HistoryOf(run)), new ScheduledLearningRate(new CosineDecay()),
            new EarlyStopping(patience: Math.Max(4, epochs / 4)),
        ];
        TrainingHistory history = new Trainer(options, rule, observers)
            .Fit(source, batches, new ValidationPass(stopping, source.Loss), cancellation);
        return (CandidateWeights.Of(net), history);
    }
}
