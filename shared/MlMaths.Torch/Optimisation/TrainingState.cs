using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>Where a training stands, as its observers see it. Numbers are recorded here; tensors die with the step.</summary>
public sealed class TrainingState
{
    private const int GoesOn = -1;

    private readonly int _batchesPerEpoch;
    private SliceNorms? _gradientNorms;
    private bool _betweenEpochs = true;

    internal TrainingState(TrainingOptions options, ParameterVector parameters, int batchesPerEpoch)
    {
        _batchesPerEpoch = batchesPerEpoch;
        Kept = new(options.Run, batchesPerEpoch);
        BaseRate = LearningRate = options.LearningRate;
        Epochs = options.Epochs;
        Parameters = parameters;
    }

    /// <summary>θ and ∇L.</summary>
    public ParameterVector Parameters { get; }

    /// <summary>Updates made so far.</summary>
    public int Step { get; internal set; }

    /// <summary>Updates that were asked for.</summary>
    public int Steps => (int)Math.Min(int.MaxValue, (long)Epochs * _batchesPerEpoch);

    /// <summary>Whole passes over the training rows made so far.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Passes that were asked for.</summary>
    public int Epochs { get; }

    /// <summary>Updates of one pass.</summary>
    internal int StepsPerEpoch => _batchesPerEpoch;

    /// <summary>Updates made in the pass that is not whole yet.</summary>
    public int StepInEpoch => Step - Epoch * _batchesPerEpoch;

    /// <summary>η as the options have it.</summary>
    public double BaseRate { get; }

    /// <summary>η of the coming update. A schedule may change it.</summary>
    public double LearningRate { get; set; }

    /// <summary>The rows of the current step.</summary>
    public Batch Batch { get; private set; } = null!;

    /// <summary>The loss on those rows, before the update.</summary>
    public double BatchLoss { get; private set; }

    /// <summary>The mean loss of the last whole epoch, weighted by rows; null before its end.</summary>
    public double? EpochLoss { get; internal set; }

    /// <summary>The loss on the validation rows at the end of the last whole epoch; null where there are none.</summary>
    public double? ValidationLoss { get; internal set; }

    /// <summary>How the training ended; null while it goes on.</summary>
    public TrainingStatus? Status { get; internal set; }

    /// <summary>What has been recorded: all of it, or of a long training a thinned view.</summary>
    public IReadOnlyList<HistoryRow> Rows => Kept;

    /// <summary>The same, for who asks for more than rows.</summary>
    internal KeptRows Kept { get; }

    /// <summary>Σ loss · rows over the batches of the pass that is not whole yet.</summary>
    internal double LossTimesRows { get; set; }

    /// <summary>‖∇L‖ as the gradient source left it, worked out once however many observers ask.</summary>
    internal SliceNorms GradientNorms => _gradientNorms ??= SliceNorms.Of(Parameters.Gradient, Parameters.Slices);

    /// <summary>
    /// Keeps one number under the current step; NaN and infinite ones too, as a loss that diverged is one.
    /// </summary>
    public void Record(string quantity, double value, string split = "training") =>
        Kept.Add(Step, quantity, split, value, onceAnEpoch: _betweenEpochs);

    /// <summary>∇L is known.</summary>
    internal void OnGradients(Batch batch, double loss)
    {
        Batch = batch;
        BatchLoss = loss;
        _gradientNorms = null;
        _betweenEpochs = false;
        Record("loss", loss);
    }

    /// <summary>θ has moved.</summary>
    internal void OnStep()
    {
        Step++;
        LossTimesRows += BatchLoss * Batch.Rows;
    }

    /// <summary>Every training row has been seen once more.</summary>
    internal void OnEpoch(int rows, ValidationPass? validation)
    {
        Epoch++;
        _betweenEpochs = true;
        EpochLoss = LossTimesRows / rows;
        LossTimesRows = 0;
        Record("epoch_loss", EpochLoss.Value);
        ValidationLoss = validation?.Record(this);
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(Step);
        writer.Write(Epoch);
        writer.Write(Status is { } status ? (int)status : GoesOn);
        writer.Write(LearningRate);
        writer.Write(LossTimesRows);
        BinaryNumbers.Write(writer, EpochLoss is { } loss ? [loss] : []);
        BinaryNumbers.Write(writer, ValidationLoss is { } validation ? [validation] : []);
        Kept.Save(writer);
    }

    internal void Load(BinaryReader reader)
    {
        (Step, Epoch) = (reader.ReadInt32(), reader.ReadInt32());
        Status = reader.ReadInt32() is var status and not GoesOn ? (TrainingStatus)status : null;
        bool isPlace = Epoch >= 0 && Epoch <= Epochs && StepInEpoch >= 0 && StepInEpoch <= _batchesPerEpoch;
        if (!isPlace || Status is { } ended && !Enum.IsDefined(ended) || Status == TrainingStatus.Completed && Epoch != Epochs)
            throw new InvalidDataException($"Step {Step} of epoch {Epoch} is no place in {Epochs} epochs of {_batchesPerEpoch} steps.");
        (LearningRate, LossTimesRows) = (reader.ReadDouble(), reader.ReadDouble());
        EpochLoss = reader.ReadDoubles() is [double loss] ? loss : null;
        ValidationLoss = reader.ReadDoubles() is [double validation] ? validation : null;
        Kept.Load(reader);
    }
}
