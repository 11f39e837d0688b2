using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>The rows without constant columns, split by chance, in the units of the training rows, on a device.</summary>
internal sealed class PreparedRows : IDisposable
{
    /// <summary>Rows below which neither components nor clusters can be told from chance.</summary>
    public const int FewestRows = 20;

    private PreparedRows(Dataset rows, IReadOnlyList<string> constant, DataSplit split, FittedScaler scaler, torch.Device device)
    {
        (Rows, ConstantColumns, Split, Scaler, Device) = (rows, constant, split, scaler, device);
        Raw = rows.X(device);
        All = scaler.Transform(rows).X(device);
        Training = Part(All, split.Training);
        Test = Part(All, split.Test);
        Shapes.Require(Training, "Z", "n", "d");
        Shapes.Require(Test, "Z of held-out rows", "m", "d");
        Shapes.Require(All, "Z of all rows", "N", "d");
    }

    public Dataset Rows { get; }

    /// <summary>Names of the columns that were left out, as they hold a single value.</summary>
    public IReadOnlyList<string> ConstantColumns { get; }

    public DataSplit Split { get; }

    /// <summary>Means and units of the training rows.</summary>
    public FittedScaler Scaler { get; }

    public torch.Device Device { get; }

    /// <summary>[n, d], in the units that were asked for.</summary>
    public Tensor Training { get; }

    /// <summary>[m, d], held out, in the same units.</summary>
    public Tensor Test { get; }

    /// <summary>[N, d], every row in the order of the data set, in the same units.</summary>
    public Tensor All { get; }

    /// <summary>[N, d], as the data has them.</summary>
    public Tensor Raw { get; }

    /// <summary>n, m, N and d, bound by the first tensors.</summary>
    public ShapeChecker Shapes { get; } = new();

    public IReadOnlyList<string> Columns => Rows.ColumnNames;

    /// <summary>Whether the rows are the pictures of handwritten digits.</summary>
    public bool ArePictures => Rows.Name == "digits" && Rows.Provenance.Doi is not null;

    public static PreparedRows From(Dataset given, Scaling scaling, int seed, torch.Device device)
    {
        if (given.Rows < FewestRows)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(given.Name)} has {given.Rows} rows: "
                + $"components and clusters need at least {FewestRows}, and become meaningful with about a hundred.");
        }

        DataSplit split = RandomSplit.Of(given, seed);
        IReadOnlyList<int> constant = split.Training.Select().ConstantColumns();
        int[] varying = [.. Enumerable.Range(0, given.Columns).Except(constant)];
        if (varying.Length < 2)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(given.Name)} has {varying.Length} columns of numbers that vary, and two are needed: "
                + $"add columns.");
        }

        Dataset rows = constant.Count == 0 ? given : given.WithColumns(varying);
        split = split.On(rows);
        FittedScaler scaler = StandardScaler.Fit(split.Training);
        if (scaling == Scaling.Raw)
            scaler = scaler with { Deviations = [.. scaler.Deviations.Select(_ => 1.0)] };
        return new PreparedRows(rows, [.. constant.Select(column => given.ColumnNames[column])], split, scaler, device);
    }

    /// <summary>Some rows of a tensor, each equally likely, where it has more than are wanted; the caller's scope disposes it.</summary>
    public static Tensor Some(Tensor X, int wanted, int seed)
    {
        if (X.size(0) <= wanted)
            return X.alias();
        int[] order = [.. Enumerable.Range(0, (int)X.size(0))];
        new Random(seed).Shuffle(order);
        return Pick(X, [.. order.Take(wanted).Order()]);
    }

    /// <summary>The given rows of a tensor; the caller's scope disposes them.</summary>
    public static Tensor Pick(Tensor X, int[] rows)
    {
        using Tensor index = TensorCopy.Of(rows, torch.ScalarType.Int64, X.device);
        return X.index_select(0, index);
    }

    /// <summary>The rows of a part as the data has them; the caller's scope disposes them.</summary>
    public Tensor RawOf(SplitPart part) => Part(Raw, part);

    public void Dispose()
    {
        foreach (Tensor tensor in new[] { Training, Test, All, Raw })
            tensor.Dispose();
    }

    private static Tensor Part(Tensor X, SplitPart part) => Pick(X, part.Rows);
}
