using System.Runtime.InteropServices;
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
    Adamw,
    Sgd,
    Momentum,
    Nesterov,
    Rms,
}

/// <summary>A net and how it is trained: all that a training depends on but the rows and the seed.</summary>
/// <param name="Hidden">Units of each hidden layer.</param>
/// <param name="LearningRate">η.</param>
/// <param name="Epochs">Passes over the training rows, at most.</param>
internal sealed record NetRecipe(IReadOnlyList<int> Hidden, double LearningRate, int Epochs)
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

    /// <summary>
    /// The same training, to its end, with the weights of its best epoch put back: what a search promises, which judges a
    /// candidate by its best epoch, is then what is used.
    /// </summary>
    public NetRecipe KeepingTheBest() => this with { Patience = Epochs };

    /// <summary>In a line: <c>128-64 relu, dropout 0.3, penalty 0.0001, rate 0.003</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{string.Join('-', Hidden)} {Activation.ToString().ToLowerInvariant()}, ")
        + FormattableString.Invariant($"dropout {Dropout:0.##}, penalty {NumberText.Brief(Penalty)}, ")
        + $"rate {NumberText.Brief(LearningRate)}";

    /// <summary>The net with the weights that it begins with.</summary>
    public Perceptron Net(PreparedBatches<ClassTarget> data, int seed) => new(
        [data.Rows.Columns, .. Hidden, data.Target.Classes.Count], seed, Activation, Initialisation, Dropout, data.Device);

    /// <summary>Who differentiates: as asked, or the fastest that knows the net. SIMD does not know every net, tensors do.</summary>
    public GradientKind KindFor(Perceptron net) => Gradients is GradientKind.Auto or GradientKind.Simd
        ? SimdBackpropagation.Obstacle(net) is null ? GradientKind.Simd : GradientKind.Tensor
        : Gradients;

    /// <summary>That source.</summary>
    public IGradientSource SourceFor(Perceptron net) => KindFor(net) switch
    {
        GradientKind.Simd => new SimdBackpropagation(net, Penalty),
        GradientKind.Tensor => new Backpropagation(net, Penalty),
        _ => Autograd.For(net, Penalty),
    };

    /// <summary>Trains on some rows, watched by validation rows if there are any.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="net">Trained in place.</param>
    /// <param name="run">The name in the history.</param>
    /// <param name="seed">Decides the order of the rows.</param>
    /// <param name="training">The rows to learn from; all training rows by default.</param>
    /// <param name="observers">Who watches.</param>
    /// <param name="checkpoints">Keeps checkpoints in place of the store, knowing the rule; null leaves them to the store.</param>
    /// <param name="cancellation">Ends it.</param>
    public TrainingHistory Train(
        PreparedBatches<ClassTarget> data, Perceptron net, string run, int seed, Batch? training = null,
        IReadOnlyList<ITrainingObserver>? observers = null, Func<IUpdateRule, ITrainingObserver>? checkpoints = null,
        CancellationToken cancellation = default)
    {
        IUpdateRule rule = NewRule();
        using IDisposable? owned = rule as IDisposable;
        Batch rows = training ?? data.Training;
        using var batches = new Batches(rows.X.alias(), rows.y.alias(), BatchRows, seed);
        IEnumerable<ITrainingObserver> stopping = Patience is { } patience ? [new EarlyStopping(patience)] : [];
        var options = new TrainingOptions { Run = run, LearningRate = LearningRate, Epochs = Epochs };
        ITrainingObserver[] watching = [.. observers ?? [], .. stopping];
        ITrainingObserver[] keeping = checkpoints is not null ? [checkpoints(rule)]
            : Store is { } store ? [new StoredCheckpoints(store, run, rule, net, watching)]
            : [];
        return new Trainer(options, rule, [.. watching, .. keeping]).Fit(SourceFor(net), batches, ValidationOf(data, net), cancellation);
    }

    /// <summary>Watches the training loss as the validation loss is measured.</summary>
    public static ITrainingObserver Comparable(Perceptron net, Batch training) =>
        new TrainingLossRecorder(training, rows => LossOf(net, rows));

    private static ValidationPass ValidationOf(PreparedBatches<ClassTarget> data, Perceptron net) =>
        new(data.Validation, rows => LossOf(net, rows)) { Metrics = [("accuracy", net.Accuracy)] };

    /// <summary>Mean cross-entropy, without penalty.</summary>
    public static double LossOf(Perceptron net, Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return SoftmaxLoss.Value(net, rows.X, rows.y, 0, training: false).ToDouble();
    }

    /// <summary>The cross-entropy of each row.</summary>
    public static double[] RowLosses(Perceptron net, Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            Tensor log_p = net.Forward(rows.X, training: false).to(torch.ScalarType.Float64).log_softmax(1);
            return [.. MemoryMarshal.Cast<byte, double>(log_p.gather(1, rows.y.unsqueeze(1)).neg_().cpu().contiguous().bytes)];
        }
    }

    /// <summary>The rule, new; who asks disposes it.</summary>
    public IUpdateRule NewRule() => Rule switch
    {
        RuleKind.Adam => new Adam(),
        RuleKind.Adamw => new AdamW(),
        RuleKind.Momentum => new Momentum(),
        RuleKind.Nesterov => new Nesterov(),
        RuleKind.Rms => new RmsProp(),
        _ => new GradientDescent(),
    };
}
