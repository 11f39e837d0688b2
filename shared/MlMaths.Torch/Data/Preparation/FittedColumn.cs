namespace MlMaths.Torch.Data;

/// <summary>What the training rows taught about one column, and which features it becomes; it transforms any rows.</summary>
public abstract class FittedColumn
{
    private protected FittedColumn(ColumnPlan plan) => Plan = plan;

    /// <summary>What the column is, and why that is done with it.</summary>
    public ColumnPlan Plan { get; }

    /// <summary>As the file has it.</summary>
    public string Name => Plan.Column.Name;

    /// <summary>Names of the features it becomes, in their order; none where nothing learns from it.</summary>
    public abstract IReadOnlyList<string> Features { get; }

    /// <summary>Levels that the training rows have, the reference among them; empty where there are none.</summary>
    public virtual IReadOnlyList<string> Levels => [];

    /// <summary>The level that all others are compared with; null where there is none.</summary>
    public virtual string? Reference => null;

    /// <summary>Levels too rare among the training rows to learn from: taken together as one.</summary>
    public virtual IReadOnlyList<string> Pooled => [];

    /// <summary>What a missing cell is taken as, in words: <c>the median, 71.5</c>; null where none is missing.</summary>
    public virtual string? Filled => null;

    /// <summary>What the training rows taught, as numbers and words that can be kept.</summary>
    internal abstract LearntColumn Learnt { get; }

    /// <summary>Rows of the data set with a level that no training row has.</summary>
    public int UnseenRows { get; internal set; }

    /// <summary>Writes the features of some rows.</summary>
    /// <param name="column">Cells of this column, of the same file or of another one.</param>
    /// <param name="rows">Rows of it.</param>
    /// <param name="features">n·d numbers, one row after the other.</param>
    /// <param name="at">Where the first feature of the first row goes.</param>
    /// <param name="stride">d.</param>
    internal abstract void Write(RawColumn column, int[] rows, double[] features, int at, int stride);

    /// <summary>Rows with a level that no training row has.</summary>
    internal virtual int CountUnseen(RawColumn column, int[] rows) => 0;

    /// <summary>Levels of some rows that are not spelt as one of the training rows, the most frequent first.</summary>
    internal virtual IReadOnlyList<StrangeLevel> StrangeLevels(RawColumn column, int[] rows) => [];

    /// <summary>Numbers of some rows beyond those of the training rows; null where there are none.</summary>
    internal virtual OutsideNumbers? Outside(RawColumn column, int[] rows) => null;

    /// <summary>Writes 1 where a row has no value, else 0.</summary>
    private protected static void WriteMissing(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        foreach (int row in rows)
        {
            features[at] = column.IsMissing(row) ? 1 : 0;
            at += stride;
        }
    }
}

/// <summary>A column that nothing learns from.</summary>
internal sealed class UnusedColumn(ColumnPlan plan) : FittedColumn(plan)
{
    public override IReadOnlyList<string> Features => [];

    internal override LearntColumn Learnt { get; } = new(ColumnRecipe.Unused);

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride) { }
}

/// <summary>Texts that teach nothing, or a constant, whose absence may: one 0/1 feature.</summary>
internal sealed class FittedAbsence(ColumnPlan plan) : FittedColumn(plan)
{
    public override IReadOnlyList<string> Features { get; } = [$"{plan.Column.Name} missing"];

    internal override LearntColumn Learnt { get; } = new(ColumnRecipe.Absence, TellsMissing: true);

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride) =>
        WriteMissing(column, rows, features, at, stride);
}
