namespace MlMaths.Torch.Data;

/// <summary>Some rows of a data set, and what they may be used for.</summary>
public abstract class SplitPart
{
    private protected SplitPart(Dataset dataset, string name, int[] rows)
    {
        Whole = dataset;
        Name = name;
        Rows = rows;
    }

    /// <summary>The data set that was split.</summary>
    public Dataset Whole { get; }

    /// <summary><c>training</c>, <c>validation</c> or <c>test</c>.</summary>
    public string Name { get; }

    /// <summary>0-based rows of <see cref="Whole"/>, ascending. Not to be written to.</summary>
    public int[] Rows { get; }

    /// <summary>How many rows.</summary>
    public int Count => Rows.Length;

    /// <summary>A copy of these rows.</summary>
    public Dataset Select() => Whole.Select(Rows);
}

/// <summary>Rows that a model, a scaler or a component may learn from.</summary>
public sealed class TrainingPart : SplitPart
{
    internal TrainingPart(Dataset dataset, int[] rows) : base(dataset, "training", rows) { }

    /// <summary>Some of these rows, as a model that had fewer of them would have seen it.</summary>
    /// <param name="rows">0-based rows of <see cref="SplitPart.Whole"/>, each one of these; in any order.</param>
    public TrainingPart Only(IEnumerable<int> rows)
    {
        int[] fewer = [.. rows.Order()];
        if (fewer.Except(Rows).Any() || fewer.Distinct().Count() != fewer.Length)
            throw new ArgumentException("Only rows of the training part can train, each once.", nameof(rows));
        return new(Whole, fewer);
    }
}

/// <summary>Rows kept apart, to choose with (validation) or to judge with, once (test). Nothing can be fitted on them.</summary>
public sealed class HeldOutPart : SplitPart
{
    internal HeldOutPart(Dataset dataset, string name, int[] rows) : base(dataset, name, rows) { }
}
