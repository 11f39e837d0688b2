using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>Where a training stands, as its observers see it. Numbers are recorded here; tensors die with the step.</summary>
public sealed class TrainingState
{
    private readonly List<HistoryRow> _rows = [];
    private readonly string _run;
    private readonly int _batchesPerEpoch;

    internal TrainingState(TrainingOptions options, ParameterVector parameters, int batchesPerEpoch)
    {
        _run = options.Run;
        _batchesPerEpoch = batchesPerEpoch;
        LearningRate = options.LearningRate;
        Epochs = options.Epochs;
        Parameters = parameters;
    }

    /// <summary>θ and ∇L.</summary>
    public ParameterVector Parameters { get; }

    /// <summary>Updates made so far.</summary>
    public int Step { get; internal set; }

    /// <summary>Whole passes over the training rows made so far.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Passes that were asked for.</summary>
    public int Epochs { get; }

    /// <summary>η of the coming update.</summary>
    public double LearningRate { get; }

    /// <summary>The rows of the current step.</summary>
    public Batch Batch { get; internal set; } = null!;

    /// <summary>The loss on those rows, before the update.</summary>
    public double BatchLoss { get; internal set; }

    /// <summary>The mean loss of the last whole epoch, weighted by rows; null before its end.</summary>
    public double? EpochLoss { get; internal set; }

    /// <summary>The loss on the validation rows at the end of the last whole epoch; null where there are none.</summary>
    public double? ValidationLoss { get; internal set; }

    /// <summary>What has been recorded.</summary>
    public IReadOnlyList<HistoryRow> Rows => _rows;

    /// <summary>Keeps one number under the current step.</summary>
    public void Record(string quantity, double value, string split = "training") =>
        _rows.Add(new HistoryRow(_run, Step, (double)Step / _batchesPerEpoch, split, quantity, value));
}
