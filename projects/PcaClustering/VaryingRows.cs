using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>The rows without constant columns, split by chance, in the units of the training rows, on a device.</summary>
internal sealed class VaryingRows : IDisposable
{
    /// <summary>Rows below which neither components nor clusters can be told from chance.</summary>
    public const int MinRows = 20;

    private readonly PreparedRows _rows;

    private VaryingRows(PreparedRows rows, IReadOnlyList<string> constant, FittedPreparation preparation)
    {
        (_rows, ConstantColumns, Preparation) = (rows, constant, preparation);
        Raw = rows.Rows.X(rows.Device).DetachFromDisposeScope();
        Training = rows.Of(Split.Training).DetachFromDisposeScope();
        Test = rows.Of(Split.Test).DetachFromDisposeScope();
    }

    public Dataset Rows => _rows.Rows;

    /// <summary>Names of the columns that were left out, as they hold a single value.</summary>
    public IReadOnlyList<string> ConstantColumns { get; }

    /// <summary>What the training rows taught about the columns.</summary>
    public FittedPreparation Preparation { get; }

    /// <summary>The cells of the file; null where there were only numbers.</summary>
    public RawRows? Cells { get; private init; }

    public DataSplit Split => _rows.Split;

    /// <summary>Means and units of the training rows.</summary>
    public FittedScaler Scaler => _rows.Scaler;

    public torch.Device Device => _rows.Device;

    /// <summary>[n, d], in the units that were asked for.</summary>
    public Tensor Training { get; }

    /// <summary>[m, d], held out, in the same units.</summary>
    public Tensor Test { get; }

    /// <summary>[N, d], every row in the order of the data set, in the same units.</summary>
    public Tensor All => _rows.All;

    /// <summary>[N, d], as the data has them.</summary>
    public Tensor Raw { get; }

    public IReadOnlyList<string> Columns => Rows.ColumnNames;

    public static VaryingRows From(Dataset given, Scaling scaling, int seed, torch.Device device)
    {
        if (given.Rows < MinRows)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(given.Name)} has {given.Rows} rows: "
                + $"components and clusters need at least {MinRows}, and become meaningful with about a hundred.");
        }

        DataSplit split = RandomSplit.Of(given, seed);
        FittedPreparation preparation = Data.Preparation.Fit(split.Training);
        split = preparation.On(split);
        given = split.Training.Whole;
        IReadOnlyList<int> constant = split.Training.Select().ConstantColumns();
        int[] varying = [.. Enumerable.Range(0, given.Columns).Except(constant)];
        if (varying.Length < 2)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(given.Name)} has {Counted.Of(varying.Length, "column")} of numbers that vary, and two are needed: "
                + $"add columns.");
        }

        Dataset rows = constant.Count == 0 ? given : given.WithColumns(varying);
        var prepared = PreparedRows.Of(split.On(rows), scaling == Scaling.Raw ? Centring : StandardScaler.Fit, device);
        return new VaryingRows(prepared, [.. constant.Select(column => given.ColumnNames[column])], preparation) { Cells = given.Raw };
    }

    /// <summary>Some rows of a tensor, each equally likely, where it has more than are wanted; the caller's scope disposes it.</summary>
    public static Tensor Some(Tensor X, int wanted, int seed)
    {
        if (X.size(0) <= wanted)
            return X.alias();
        int[] order = [.. Enumerable.Range(0, (int)X.size(0))];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(order);
        return PreparedRows.Pick(X, [.. order.Take(wanted).Order()]);
    }

    /// <summary>The rows of a part as the data has them; the caller's scope disposes them.</summary>
    public Tensor RawOf(SplitPart part) => PreparedRows.Pick(Raw, part.Rows);

    public void Dispose()
    {
        _rows.Dispose();
        foreach (Tensor tensor in new[] { Training, Test, Raw })
            tensor.Dispose();
    }

    // The columns share a unit, which stays.
    private static FittedScaler Centring(TrainingPart training)
    {
        FittedScaler scaler = StandardScaler.Fit(training);
        return scaler with { Deviations = [.. scaler.Deviations.Select(_ => 1.0)] };
    }
}
