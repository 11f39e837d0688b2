using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>All rows as the models see them: straightened, and standardised by the training rows.</summary>
internal sealed class PreparedRows
{
    private const int StoppingEvery = 6;

    private readonly double[] _features;

    private PreparedRows(DecisionData data, SkewedColumns skewed, FittedScaler scaler, torch.Device device)
    {
        Skewed = skewed;
        Scaler = scaler;
        Device = device;
        Dataset scaled = scaler.Transform(skewed.Straightened(data.Rows));
        (_features, Columns) = (scaled.Features.ToArray(), scaled.Columns);
        IsPositive = data.Target.IsPositive;
        (Stopping, Learning) = Dealt(data.Training.Rows);
    }

    public SkewedColumns Skewed { get; }

    public FittedScaler Scaler { get; }

    public torch.Device Device { get; }

    public int Columns { get; }

    public bool[] IsPositive { get; }

    /// <summary>Training rows to learn from.</summary>
    public int[] Learning { get; }

    /// <summary>Training rows that say when a net has learnt enough.</summary>
    public int[] Stopping { get; }

    public static PreparedRows From(DecisionData data, torch.Device device)
    {
        var skewed = SkewedColumns.In(data.Training);
        Dataset straightened = skewed.Straightened(data.Rows);
        return new PreparedRows(data, skewed, StandardScaler.Fit(data.Split.On(straightened).Training), device);
    }

    /// <summary>
    /// One row in six, drawn: of a file with a period (a shift, a day of the week, a plate's column) every sixth row
    /// would be rows of
    /// one kind. Always the same draw, so that every model of a run stops by the same rows.
    /// </summary>
    internal static (int[] Stopping, int[] Learning) Dealt(IReadOnlyList<int> training)
    {
        int[] order = [.. training];
        Seeds.Generator(StoppingEvery, DrawnFor.Split).Shuffle(order);
        int stopping = order.Length / StoppingEvery;
        return ([.. order[..stopping].Order()], [.. order[stopping..].Order()]);
    }

    /// <summary>All positives of the learning rows, and as many negatives, drawn by the seed.</summary>
    public int[] Balanced(int seed)
    {
        int[] positives = [.. Learning.Where(row => IsPositive[row])], negatives = [.. Learning.Where(row => !IsPositive[row])];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(negatives);
        (int[] rare, int[] common) = positives.Length < negatives.Length ? (positives, negatives) : (negatives, positives);
        return [.. rare.Concat(common.Take(rare.Length)).Order()];
    }

    /// <summary>Features and labels of some rows; the caller's scope disposes them.</summary>
    public Batch BatchOf(int[] rows, torch.ScalarType features, torch.ScalarType labels)
    {
        double[] chosen = new double[rows.Length * Columns];
        for (int i = 0; i < rows.Length; i++)
            _features.AsSpan(rows[i] * Columns, Columns).CopyTo(chosen.AsSpan(i * Columns));
        return new Batch(
            TensorCopy.Of(chosen, [rows.Length, Columns], dtype: features, device: Device),
            TensorCopy.Of(Array.ConvertAll(rows, row => IsPositive[row] ? 1L : 0L), dtype: labels, device: Device));
    }

    /// <summary>Features of all rows; the caller's scope disposes them.</summary>
    public Tensor All(torch.ScalarType type) =>
        TensorCopy.Of(_features, [IsPositive.Length, Columns], dtype: type, device: Device);
}
