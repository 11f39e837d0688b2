using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Where the gradient comes from.</summary>
internal enum GradientKind
{
    /// <summary>The fastest that knows the net.</summary>
    Auto,

    /// <summary>PyTorch's record, walked back.</summary>
    Autograd,

    /// <summary>Derived by hand, with tensor operations.</summary>
    Tensor,

    /// <summary>Derived by hand, in plain C#.</summary>
    Simd,
}

/// <summary>How the parameters follow the gradient.</summary>
internal enum RuleKind
{
    Adam,
    AdamW,
    Sgd,
    Momentum,
    Nesterov,
    Rms,
}

/// <summary>A net and how it is trained: all that a training depends on but the rows and the seed.</summary>
/// <param name="Hidden">Units of each hidden layer.</param>
/// <param name="Rate">η.</param>
/// <param name="Epochs">Passes over the training rows, at most.</param>
internal sealed record NetRecipe(IReadOnlyList<int> Hidden, double Rate, int Epochs)
{
    public Activation Activation { get; init; } = Activation.Relu;

    public Initialisation Initialisation { get; init; } = Initialisation.He;

    public double Dropout { get; init; }

    /// <summary>λ, on the weights.</summary>
    public double Penalty { get; init; }

    public RuleKind Rule { get; init; } = RuleKind.Adam;

    public int BatchRows { get; init; } = 32;

    public GradientKind Gradients { get; init; } = GradientKind.Auto;

    /// <summary>Epochs without a better validation loss that are borne; null trains to the end.</summary>
    public int? Patience { get; init; }

    /// <summary>Keeps checkpoints of each training under its run's name; null keeps none.</summary>
    public ITrainingStore? Store { get; init; }

    /// <summary>The net with the weights that it begins with.</summary>
    public Perceptron Net(PreparedClasses data, int seed) => new(
        [data.Rows.Columns, .. Hidden, data.Target.Classes.Count], seed, Activation, Initialisation, Dropout, data.Device);

    /// <summary>What differentiates, and its name.</summary>
    public (IGradientSource Source, GradientKind Kind) SourceFor(Perceptron net)
    {
        GradientKind kind = Gradients == GradientKind.Auto
            ? SimdBackpropagation.Obstacle(net) is null ? GradientKind.Simd : GradientKind.Tensor
            : Gradients;
        return (kind switch
        {
            GradientKind.Simd => new SimdBackpropagation(net, Penalty),
            GradientKind.Tensor => new Backpropagation(net, Penalty),
            _ => Autograd.For(net, Penalty),
        }, kind);
    }

    /// <summary>Trains on some rows, watched by validation rows if there are any.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="net">Trained in place.</param>
    /// <param name="run">The name in the history.</param>
    /// <param name="seed">Decides the order of the rows.</param>
    /// <param name="training">The rows to learn from; all training rows by default.</param>
    /// <param name="observers">Who watches.</param>
    /// <param name="cancellation">Ends it.</param>
    public TrainingHistory Train(
        PreparedClasses data, Perceptron net, string run, int seed, Batch? training = null,
        IReadOnlyList<ITrainingObserver>? observers = null, CancellationToken cancellation = default)
    {
        IUpdateRule rule = NewRule();
        using IDisposable? owned = rule as IDisposable;
        Batch rows = training ?? data.Training;
        using var batches = new Batches(rows.X.alias(), rows.y.alias(), BatchRows, seed);
        (IGradientSource source, _) = SourceFor(net);
        IEnumerable<ITrainingObserver> stopping = Patience is { } patience ? [new EarlyStopping(patience)] : [];
        var options = new TrainingOptions { Run = run, LearningRate = Rate, Epochs = Epochs };
        ITrainingObserver[] watching = [.. observers ?? [], .. stopping];
        ITrainingObserver[] keeping = Store is { } store ? [new StoredCheckpoints(store, run, rule, net, watching)] : [];
        return new Trainer(options, rule, [.. watching, .. keeping]).Fit(source, batches, ValidationOf(data, net), cancellation);
    }

    private static ValidationPass ValidationOf(PreparedClasses data, Perceptron net) =>
        new(data.Validation, rows => LossOf(net, rows)) { Metrics = [("accuracy", net.Accuracy)] };

    /// <summary>Mean cross-entropy, without penalty.</summary>
    public static double LossOf(Perceptron net, Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return SoftmaxLoss.Value(net, rows.X, rows.y, 0, training: false).ToDouble();
    }

    private IUpdateRule NewRule() => Rule switch
    {
        RuleKind.Adam => new Adam(),
        RuleKind.AdamW => new AdamW(),
        RuleKind.Momentum => new Momentum(),
        RuleKind.Nesterov => new Nesterov(),
        RuleKind.Rms => new RootMeanSquare(),
        _ => new GradientDescent(),
    };
}
