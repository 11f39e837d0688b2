using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The rows, split, standardised with the training rows' means and deviations, and on a device.</summary>
internal sealed class PreparedData : IDisposable
{
    private PreparedData(BinaryTarget target, DataSplit split, FittedScaler scaler, torch.Device device)
    {
        Target = target;
        Split = split;
        Scaler = scaler;
        Training = BatchOf(split.Training, device);
        Validation = split.Validation.Count == 0 ? null : BatchOf(split.Validation, device);
        Test = split.Test.Count == 0 ? null : BatchOf(split.Test, device);
        AllRows = scaler.Transform(Rows).X(device);
    }

    public BinaryTarget Target { get; }

    public DataSplit Split { get; }

    public FittedScaler Scaler { get; }

    public Batch Training { get; }

    public Batch? Validation { get; }

    public Batch? Test { get; }

    /// <summary>All rows of the data set in its own order, standardised like the training rows.</summary>
    public Tensor AllRows { get; }

    /// <summary>n, d and N, bound by the first tensors; whatever meets them later must fit.</summary>
    public ShapeChecker Shapes { get; } = new();

    public Dataset Rows => Target.Dataset;

    public static PreparedData From(BinaryTarget target, DataSplit split, torch.Device device)
    {
        var data = new PreparedData(target, split, StandardScaler.Fit(split.Training), device);
        data.Shapes.Require(data.Training.X, "X", "n", "d");
        data.Shapes.Require(data.Training.y, "y", "n");
        data.Shapes.Require(data.AllRows, "all rows", "N", "d");
        return data;
    }

    /// <summary>Whether the rows are the library's own.</summary>
    public bool IsEmbedded => Rows.Provenance.Doi is not null;

    /// <summary>True for a positive training row.</summary>
    public bool[] TrainingLabels => Target.Of(Split.Training);

    public void Dispose()
    {
        AllRows.Dispose();
        foreach (Batch batch in new[] { Training, Validation, Test }.OfType<Batch>())
        {
            batch.X.Dispose();
            batch.y.Dispose();
        }
    }

    private Batch BatchOf(SplitPart part, torch.Device device) => new(Scaler.Transform(part).X(device), Target.Y(part, device));
}
