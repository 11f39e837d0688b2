namespace MlMaths.Torch.Data;

/// <summary>
/// The rows of a split as a model sees them, on a device. Whatever has to be learnt to prepare them is learnt here, from the
/// training rows alone; then it is applied to every row.
/// </summary>
public sealed class PreparedRows : IDisposable
{
    private PreparedRows(DataSplit split, FittedScaler scaler, torch.Device device, torch.ScalarType type)
    {
        (Split, Scaler, Device) = (split, scaler, device);
        All = scaler.Transform(Rows).X(device, type).DetachFromDisposeScope();
    }

    /// <summary>The rows as they were before.</summary>
    public Dataset Rows => Split.Training.Whole;

    /// <summary>Which of them train.</summary>
    public DataSplit Split { get; }

    /// <summary>What the training rows taught.</summary>
    public FittedScaler Scaler { get; }

    /// <summary>Where the tensors live.</summary>
    public torch.Device Device { get; }

    /// <summary>[N, d]: every row, in the order of the data set.</summary>
    public Tensor All { get; }

    /// <summary>Learns from the training rows, and prepares all.</summary>
    /// <param name="split">The rows, and which of them train.</param>
    /// <param name="fit">What is learnt, for instance <see cref="StandardScaler.Fit"/>.</param>
    /// <param name="device">Where they go.</param>
    /// <param name="type">32-bit or 64-bit floats.</param>
    public static PreparedRows Of(
        DataSplit split, Func<TrainingPart, FittedScaler> fit, torch.Device device,
        torch.ScalarType type = torch.ScalarType.Float64) =>
        new(split, fit(split.Training), device, type);

    /// <summary>[rows of the part, d]; the caller's scope disposes it.</summary>
    public Tensor Of(SplitPart part) => Pick(All, part.Rows);

    /// <summary>The given rows of any tensor, in the given order, NaN and infinite numbers as they are; the caller's scope
    /// disposes them.</summary>
    public static Tensor Pick(Tensor X, int[] rows)
    {
        using Tensor index = TensorCopy.Of(rows, torch.ScalarType.Int64, X.device);
        return X.index_select(0, index);
    }

    /// <summary>Frees the rows.</summary>
    public void Dispose() => All.Dispose();
}
