using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The rows, split, scaled by what the training rows say, in 32-bit floats on a device.</summary>
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
    public int? PictureSide => SideOf(Rows);

    /// <summary>Whether one range scaled all columns.</summary>
    public bool IsByRange { get; private init; }

    /// <param name="target">The rows and their classes.</param>
    /// <param name="split">Which of them train.</param>
    /// <param name="scaling">Their unit.</param>
    /// <param name="device">Where they go.</param>
    public static PreparedClasses From(ClassTarget target, DataSplit split, Scaling scaling, torch.Device device)
    {
        bool byRange = scaling == Scaling.Range || (scaling == Scaling.Auto && SideOf(target.Dataset) is not null);
        FittedScaler scaler = byRange ? RangeScaler.Fit(split.Training) : StandardScaler.Fit(split.Training);
        return new PreparedClasses(target, split, scaler, device) { IsByRange = byRange };
    }

    /// <summary>
    /// So many training rows, or all, dealt class by class: a file may be sorted by its target. The caller's scope disposes them.
    /// </summary>
    public Batch Few(int rows)
    {
        long[] dealt =
        [
            .. Target.Of(Split.Training).Index().GroupBy(row => row.Item)
                .SelectMany(one => one.Select((row, turn) => (Turn: turn, Class: one.Key, Row: (long)row.Index)))
                .OrderBy(row => (row.Turn, row.Class)).Take(rows).Select(row => row.Row),
        ];
        using Tensor index = TensorCopy.Of(dealt, device: Device);
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

    private static int? SideOf(Dataset rows) =>
        Math.Sqrt(rows.Columns) is var side
        && side == Math.Truncate(side)
        && rows.ColumnNames.All(name => name.StartsWith("pixel", StringComparison.Ordinal))
            ? (int)side
            : null;

    private Batch BatchOf(SplitPart part) => new(Scaler.Transform(part).X(Device, torch.ScalarType.Float32), Target.Y(part, Device));
}
