using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The rows, split, standardised with the training rows' means and deviations, in 32-bit floats on a device.</summary>
internal sealed class PreparedClasses : IDisposable
{
    private PreparedClasses(ClassTarget target, DataSplit split, FittedScaler scaler, torch.Device device)
    {
        (Target, Split, Scaler, Device) = (target, split, scaler, device);
        Training = BatchOf(split.Training);
        Validation = BatchOf(split.Validation);
        Test = BatchOf(split.Test);
        var shapes = new ShapeChecker();
        shapes.Require(Training.X, "X", "n", "d");
        shapes.Require(Training.y, "y", "n");
        shapes.Require(Test.X, "X of test rows", "m", "d");
    }

    public ClassTarget Target { get; }

    public DataSplit Split { get; }

    public FittedScaler Scaler { get; }

    public torch.Device Device { get; }

    public Batch Training { get; }

    public Batch Validation { get; }

    public Batch Test { get; }

    public Dataset Rows => Target.Dataset;

    /// <summary>Whether the rows are square pictures, pixel by pixel.</summary>
    public int? PictureSide => Math.Sqrt(Rows.Columns) is var side && side == Math.Truncate(side) && Rows.ColumnNames.All(name => name.StartsWith("pixel", StringComparison.Ordinal))
        ? (int)side
        : null;

    public static PreparedClasses From(ClassTarget target, int seed, torch.Device device)
    {
        DataSplit split = StratifiedSplit.Of(target.Dataset, seed);
        return new PreparedClasses(target, split, StandardScaler.Fit(split.Training), device);
    }

    /// <summary>The first rows of the training part, as many of each class as there are; the caller's scope disposes them.</summary>
    public Batch Few(int rows)
    {
        using Tensor index = torch.arange(0, Math.Min(rows, Training.Rows), torch.ScalarType.Int64, Device);
        return new Batch(Training.X.index_select(0, index), Training.y.index_select(0, index));
    }

    public void Dispose()
    {
        foreach (Batch batch in new[] { Training, Validation, Test })
        {
            batch.X.Dispose();
            batch.y.Dispose();
        }
    }

    private Batch BatchOf(SplitPart part) => new(Scaler.Transform(part).X(Device, torch.ScalarType.Float32), Target.Y(part, Device));
}
