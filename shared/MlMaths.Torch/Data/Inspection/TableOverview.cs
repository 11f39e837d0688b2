namespace MlMaths.Torch.Data;

/// <summary>A file before anybody asks it anything: its columns, rows that are equal, columns that may be groups or the target.</summary>
/// <param name="Rows">The file, read with <see cref="ColumnRoles.IsOverview"/>.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Copied">Rows that are equal.</param>
/// <param name="Groups">Columns that may say which rows belong together.</param>
/// <param name="Target">What it was probably made to predict; null where nothing can be.</param>
public sealed record TableOverview(
    Dataset Rows, IReadOnlyList<ColumnOverview> Columns, CopiedRows Copied, IReadOnlyList<LikelyGroup> Groups, LikelyTarget? Target)
{
    /// <summary>The file as it is.</summary>
    public RawTable Table => Rows.Raw!.Table;

    /// <summary>Rows that add up the others.</summary>
    public IReadOnlyList<SumRow> SumRows { get; } = SumRow.In(Rows.Raw!.Table);

    /// <summary>Looks at every column. Cost: a few passes over the cells.</summary>
    /// <param name="rows">A file, read with <see cref="ColumnRoles.IsOverview"/>.</param>
    /// <param name="target">The column to predict; null: it is guessed.</param>
    public static TableOverview Of(Dataset rows, string? target)
    {
        if (rows.Raw is not { } raw)
            throw new ArgumentException($"{rows.Name} was not read column by column.", nameof(rows));
        var likely = LikelyTarget.In(raw.Table, target ?? rows.CustomaryTarget);
        ColumnOverview[] columns = [.. raw.Table.Columns.AsParallel().AsOrdered().Select(ColumnOverview.Of)];
        ColumnOverview[] others = [.. columns.Where(column => !ReferenceEquals(column.Plan, likely?.Plan))];
        // Of rows that differ in the target alone, one is a copy with another label.
        RawTable asked = new([.. raw.Table.Columns.Select(plan => ReferenceEquals(plan, likely?.Plan)
            ? plan with { Action = ColumnAction.Target }
            : plan)], raw.Table.RowCount, [], [], raw.Table.Options);
        return new(rows, columns, CopiedRows.Of(new RawRows(asked, raw.Rows)), LikelyGroups.In(others), likely);
    }

    /// <summary>Rows with the likely target as their labels, prepared by themselves: for checks, not for a model.</summary>
    /// <param name="most">Of a longer file so many, evenly spread.</param>
    public TargetOverview? WithTarget(int most)
    {
        if (Target is not { } target || target.Plan.Column.Missing == target.Plan.Column.Rows) return null;
        RawColumn labels = target.Plan.Column;
        int[] known = [.. Rows.Raw!.Rows.Where(row => !labels.IsMissing(row))];
        int count = Math.Min(most, known.Length);
        int[] some = [.. Enumerable.Range(0, count).Select(i => known[(int)((long)i * known.Length / count)])];
        ColumnPlan[] plans = [.. Table.Columns.Select(plan => ReferenceEquals(plan, target.Plan)
            ? plan with { Action = ColumnAction.Target, Reason = "what is predicted" }
            : plan)];
        RawTable table = new(plans, Table.RowCount, Table.Notes, Table.LeftOut, Table.Options);
        Dataset bare = new(Rows.Name, [], [], labels.Name, Array.ConvertAll(some, row => labels.Text(row)!), Rows.Provenance)
        {
            Raw = new RawRows(table, some),
        };
        DataSplit all = DataSplit.None(bare);
        return TargetOverview.Of(Preparation.Fit(all.Training).On(all).Training.Whole);
    }
}
