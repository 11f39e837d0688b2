using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Doctor;

/// <summary>What checks look at: a training that has not begun, and some of its rows.</summary>
internal sealed class StartProbe : IDisposable
{
    private const int MostRows = 256;

    private readonly Lazy<ShortTraining> _onAllRows;

    public StartProbe(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        (Spec, Data, Seed, Cancellation) = (spec, data, seed, cancellation);
        Fresh = new SpecTraining(spec, data, seed);
        Places = RowSample.Even(data.Training.Rows, MostRows);
        using DisposeScope scope = torch.NewDisposeScope();
        Rows = new Batch(
            PreparedRows.Pick(data.Training.X, Places).DetachFromDisposeScope(),
            PreparedRows.Pick(data.Training.y, Places).DetachFromDisposeScope());
        Labels = data.LabelsAt(Places);
        _onAllRows = new(() => ShortTraining.OnAllRows(this, spec));
    }

    public TrainingSpec Spec { get; }

    public SpecData Data { get; }

    public int Seed { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The net with its initial weights: whoever moves them takes a training of their own.</summary>
    public SpecTraining Fresh { get; }

    /// <summary>Steps of the whole training, where nothing ends it early.</summary>
    public long WholeSteps => (long)Spec.Training.Epochs * Fresh.Batches.BatchesPerEpoch;

    /// <summary>A few hundred steps of this training.</summary>
    public ShortTraining OnAllRows => _onAllRows.Value;

    /// <summary>Some training rows, spread evenly over all.</summary>
    public Batch Rows { get; }

    /// <summary>Their places among the training rows.</summary>
    public int[] Places { get; }

    /// <summary>Their targets as numbers.</summary>
    public double[] Labels { get; }

    /// <summary>o [n, k] of the initial net, with nothing dropped.</summary>
    public Tensor Outputs(Tensor X)
    {
        using (torch.no_grad())
            return Fresh.Net.Forward(X, training: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Fresh.Dispose();
        Rows.X.Dispose();
        Rows.y.Dispose();
    }
}
