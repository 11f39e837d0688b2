namespace MlMaths.Torch.Data;

/// <summary>A file as it is: columns of cells, what each of them is, and what was done to read it.</summary>
/// <param name="Columns">All columns with a plan, those with a role included.</param>
/// <param name="RowCount">Rows of the file.</param>
/// <param name="Notes">What was done to read it.</param>
/// <param name="LeftOut">Rows that take no part.</param>
/// <param name="Options">How it was asked for.</param>
public sealed record RawTable(
    IReadOnlyList<ColumnPlan> Columns, int RowCount, IReadOnlyList<ReadingNote> Notes, IReadOnlyList<LeftOutRows> LeftOut,
    TableOptions Options)
{
    /// <summary>Whether a preparation would be the same whatever the training rows are.</summary>
    internal bool LearnsNothing { get; } = Columns.All(column => column.LearnsNothing(Options.Missing == MissingPolicy.Drop));

    /// <summary>Rows from which on the line of the file is further away, with the distance.</summary>
    internal IReadOnlyList<(int Row, int Distance)> Lines { get; init; } = [];

    /// <summary>The line of the file on which a 0-based row stands, as an editor counts them.</summary>
    public int LineOf(int row) => Lines.Count == 0 ? row + 2 : row + Lines.Last(one => one.Row <= row).Distance;

    /// <summary>The cells of a column.</summary>
    public RawColumn? Find(string name) => Columns.FirstOrDefault(plan => plan.Column.Name == name)?.Column;
}

/// <summary>Some rows of a table, in an order: what a data set was made from.</summary>
/// <param name="Table">All rows.</param>
/// <param name="Rows">For each row of the data set, its 0-based row in the table. Not to be written to.</param>
public sealed record RawRows(RawTable Table, int[] Rows)
{
    /// <summary>The given ones of these rows.</summary>
    public RawRows Select(ReadOnlySpan<int> rows)
    {
        int[] chosen = new int[rows.Length];
        for (int i = 0; i < chosen.Length; i++)
            chosen[i] = Rows[rows[i]];
        return new(Table, chosen);
    }
}
