using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>All rows as the models see them, straightened and standardised, and which of the training rows are learnt from.</summary>
internal sealed class LearningRows : IDisposable
{
    public const int StoppingEvery = 6;

    private readonly PreparedRows _rows;

    private LearningRows(DecisionData data, PreparedRows rows, FeatureScale scale)
    {
        (_rows, IsPositive, Scale) = (rows, data.Target.IsPositive, scale);
        using DisposeScope scope = torch.NewDisposeScope();
        Standardised = rows.All.to(torch.ScalarType.Float64, torch.CPU).data<double>().ToArray();
        (Stopping, Learning) = Dealt(data.Training.Rows);
    }

    public torch.Device Device => _rows.Device;

    public int Columns => _rows.Rows.Columns;

    public bool[] IsPositive { get; }

    /// <summary>How features became what the models see.</summary>
    public FeatureScale Scale { get; }

    /// <summary>[N, d] features of all rows as the models see them, row by row.</summary>
    public double[] Standardised { get; }

    /// <summary>Training rows to learn from.</summary>
    public int[] Learning { get; }

    /// <summary>Training rows that say when a net has learnt enough.</summary>
    public int[] Stopping { get; }

    public static LearningRows From(DecisionData data, torch.Device device)
    {
        var skewed = SkewedColumns.In(data.Training);
        var rows = PreparedRows.Of(data.Split.On(skewed.Straightened(data.Rows)), StandardScaler.Fit, device);
        return new(data, rows, new(skewed, rows.Scaler));
    }

    /// <summary>
    /// One row in six, drawn: of a file with a period (a shift, a day of the week, a plate's column) every sixth row
    /// would be rows of one kind. Always the same draw, so that every model of a run stops by the same rows.
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
    public Batch BatchOf(int[] rows, torch.ScalarType features, torch.ScalarType labels) => new(
        PreparedRows.Pick(_rows.All, rows).to(features),
        TensorCopy.Of(Array.ConvertAll(rows, row => IsPositive[row] ? 1L : 0L), dtype: labels, device: Device));

    public void Dispose() => _rows.Dispose();
}
