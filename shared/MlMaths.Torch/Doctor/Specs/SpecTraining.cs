using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>A net of a spec, its loss and its rule, ready to be trained by the one trainer.</summary>
public sealed class SpecTraining : IDisposable
{
    private readonly TrainingSpec _spec;
    private readonly SpecData _data;
    private readonly FrozenSlices _frozen;
    private readonly IDisposable? _ownedRule;

    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Decides the initial weights, the masks and the order of the rows.</param>
    /// <exception cref="UserMistakeException">Outputs and targets do not go together.</exception>
    public SpecTraining(TrainingSpec spec, SpecData data, int seed)
    {
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is { } mismatch)
            throw new UserMistakeException(mismatch.Sentence);
        (_spec, _data) = (spec, data);
        Net = new SpecNet(spec.Net, (int)data.Training.X.size(1), data.Outputs, seed);
        Loss = SpecLoss.Of(spec, data.Classes?.Count);
        _frozen = new FrozenSlices(spec, Net.Parameters);
        Source = _frozen.Source(
            new Autograd(Net.Parameters, batch => Loss.Of(Net.Forward(batch.X, training: false), batch.y), TrainingLoss)
            {
                Accumulates = spec.Slips.GradientsNotCleared,
            },
            BeforeGradient);
        IUpdateRule rule = spec.Rule.New();
        _ownedRule = rule as IDisposable;
        Rule = _frozen.Rule(rule);
        Batches = new Batches(data.Training.X.alias(), data.Training.y.alias(), spec.Training.Batch, seed)
        {
            EpochOrder = !spec.Training.Shuffle ? EpochOrder.AsGiven
                : spec.Slips.SeedPerBatch ? EpochOrder.ShuffledOnce
                : EpochOrder.Shuffled,
        };
    }

    internal SpecNet Net { get; }

    internal SpecLoss Loss { get; }

    internal IGradientSource Source { get; }

    internal IUpdateRule Rule { get; }

    internal Batches Batches { get; }

    /// <summary>Parameters of the net.</summary>
    public int Parameters => Net.Parameters.Count;

    /// <summary>Multiplications of one step: forward once, back twice.</summary>
    public long ProductsPerStep => 3L * Math.Min(_spec.Training.Batch, Batches.Rows) * Parameters;

    /// <summary>Trains, and records losses after every epoch, accuracy or error, gradient norms and the learning rate.</summary>
    /// <param name="cancellation">Ends it.</param>
    public TrainingHistory FitAndRecord(CancellationToken cancellation) => Fit(
        cancellation, new LearningRateRecorder(), new GradientNormRecorder(), new TrainingLossRecorder(_data.Training, MeanLoss));

    /// <summary>Trains, with the schedule, the clipping and the early stopping of the spec.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="observers">Who watches; gradients are seen before they are clipped: what the loss asked for.</param>
    internal TrainingHistory Fit(CancellationToken cancellation, params IReadOnlyList<ITrainingObserver> observers)
    {
        long steps = (long)_spec.Training.Epochs * Batches.BatchesPerEpoch;
        ILearningRateSchedule? schedule = _spec.Rule.NewSchedule(Batches.BatchesPerEpoch, steps);
        ITrainingObserver[] watching =
        [
            .. schedule is null ? Array.Empty<ITrainingObserver>() : [new ScheduledLearningRate(schedule)],
            .. observers,
            .. _spec.Rule.Clip is { } longest ? [new GradientClipping(longest)] : Array.Empty<ITrainingObserver>(),
            .. _spec.Training.EarlyStopping is { } patience ? [new EarlyStopping(patience)] : Array.Empty<ITrainingObserver>(),
        ];
        var options = new TrainingOptions { LearningRate = _spec.Rule.UsedLearningRate, Epochs = _spec.Training.Epochs };
        return new Trainer(options, Rule, watching).Fit(Source, Batches, Watch(), cancellation);
    }

    /// <summary>The loss of some rows, as a mean and without penalty, as the code of the spec judges them.</summary>
    internal double MeanLoss(Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return Loss.AsMean().Of(Net.Forward(rows.X, training: _spec.Slips.DropoutInValidation), rows.y).ToDouble();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Net.Dispose();
        Batches.Dispose();
        _ownedRule?.Dispose();
    }

    private Tensor TrainingLoss(Batch batch)
    {
        Tensor L = Loss.Of(Net.Forward(batch.X, training: true), batch.y);
        return _spec.Loss.Penalty == 0 ? L : L + SoftmaxLoss.Penalty(Net.Perceptron, _spec.Loss.Penalty);
    }

    private void BeforeGradient()
    {
        if (_spec.Slips.SeedPerBatch && Net.Perceptron.Dropout is { } dropout) dropout.Drawn = 0;
    }

    private ValidationPass? Watch() => _data.Validation is { } rows ? new(rows, MeanLoss)
    {
        Metrics = _data.Classes is { } classes
            ? [("accuracy", _ => Answers.Accuracy(Outputs(rows), Loss, _data.ValidationLabels, classes.Count))]
            : [("error", _ => Answers.RootMeanSquare(Outputs(rows), _data.ValidationLabels) * _data.TargetUnit.Deviation)],
    }
    : null;

    private Tensor Outputs(Batch rows)
    {
        using (torch.no_grad())
            return Net.Forward(rows.X, training: false);
    }
}
