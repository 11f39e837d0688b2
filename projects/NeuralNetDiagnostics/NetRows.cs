using MlMaths.Torch.Data;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>What this project asks of its prepared rows.</summary>
internal static class NetRows
{
    /// <summary>The rows in 32-bit floats, scaled as asked.</summary>
    public static PreparedBatches<ClassTarget> Prepare(ClassTarget target, DataSplit split, Scaling scaling, torch.Device device) =>
        PreparedBatches.Of(
            target, split, IsByRange(target.Dataset, scaling) ? RangeScaler.Fit : StandardScaler.Fit, device,
            torch.ScalarType.Float32);

    /// <summary>Whether one range scales all columns.</summary>
    public static bool IsByRange(Dataset rows, Scaling scaling) =>
        scaling == Scaling.Range || (scaling == Scaling.Auto && PictureSide(rows) is not null);

    /// <summary>Pixels along the side of the square pictures that the rows are; null where they are none.</summary>
    public static int? PictureSide(Dataset rows) =>
        Math.Sqrt(rows.Columns) is var side
        && side == Math.Truncate(side)
        && rows.ColumnNames.All(name => name.StartsWith("pixel", StringComparison.Ordinal))
            ? (int)side
            : null;

    /// <summary>
    /// So many training rows, or all, dealt class by class: a file may be sorted by its target. The caller's scope disposes them.
    /// </summary>
    public static Batch Few(this PreparedBatches<ClassTarget> data, int rows)
    {
        int[] dealt =
        [
            .. data.Target.Of(data.Split.Training).Index().GroupBy(row => row.Item)
                .SelectMany(one => one.Select((row, turn) => (Turn: turn, Class: one.Key, Row: row.Index)))
                .OrderBy(row => (row.Turn, row.Class)).Take(rows).Select(row => row.Row),
        ];
        return new Batch(PreparedRows.Pick(data.Training.X, dealt), PreparedRows.Pick(data.Training.y, dealt));
    }
}
