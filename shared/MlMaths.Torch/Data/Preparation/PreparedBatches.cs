namespace MlMaths.Torch.Data;

/// <summary>Prepared rows with what they should be called: a batch for each part of the split.</summary>
/// <typeparam name="TTarget">Two classes, or several.</typeparam>
public sealed class PreparedBatches<TTarget> : IDisposable where TTarget : ITarget
{
    private readonly PreparedRows _rows;

    internal PreparedBatches(TTarget target, PreparedRows rows)
    {
        (Target, _rows) = (target, rows);
        Training = BatchOf(rows.Split.Training);
        Validation = BatchOf(rows.Split.Validation);
        Test = BatchOf(rows.Split.Test);
    }

    /// <summary>The rows and what they should be called.</summary>
    public TTarget Target { get; }

    /// <summary>Which rows train.</summary>
    public DataSplit Split => _rows.Split;

    /// <summary>What the training rows taught.</summary>
    public FittedScaler Scaler => _rows.Scaler;

    /// <summary>Where the tensors live.</summary>
    public torch.Device Device => _rows.Device;

    /// <summary>The rows as they were before.</summary>
    public Dataset Rows => _rows.Rows;

    /// <summary>[N, d]: every row, prepared like the training rows, in the order of the data set.</summary>
    public Tensor AllRows => _rows.All;

    /// <summary>To learn from.</summary>
    public Batch Training { get; }

    /// <summary>To choose with; no rows where the split keeps none.</summary>
    public Batch Validation { get; }

    /// <summary>To judge with, once; no rows where the split keeps none.</summary>
    public Batch Test { get; }

    /// <summary>Frees the rows.</summary>
    public void Dispose()
    {
        _rows.Dispose();
        foreach (Batch batch in new[] { Training, Validation, Test })
        {
            batch.X.Dispose();
            batch.y.Dispose();
        }
    }

    private Batch BatchOf(SplitPart part) =>
        new(_rows.Of(part).DetachFromDisposeScope(), Target.Y(part, Device).DetachFromDisposeScope());
}

/// <summary>Makes batches of prepared rows.</summary>
public static class PreparedBatches
{
    /// <summary>Learns the preparation from the training rows, and applies it to all.</summary>
    /// <param name="target">The rows and what they should be called.</param>
    /// <param name="split">Which of them train.</param>
    /// <param name="fit">What is learnt, for instance <see cref="StandardScaler.Fit"/>.</param>
    /// <param name="device">Where they go.</param>
    /// <param name="type">32-bit or 64-bit floats.</param>
    public static PreparedBatches<TTarget> Of<TTarget>(
        TTarget target, DataSplit split, Func<TrainingPart, FittedScaler> fit, torch.Device device,
        torch.ScalarType type = torch.ScalarType.Float64)
        where TTarget : ITarget =>
        new(target, PreparedRows.Of(split, fit, device, type));
}
