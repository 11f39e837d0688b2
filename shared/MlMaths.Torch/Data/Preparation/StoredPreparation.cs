namespace MlMaths.Torch.Data;

/// <summary>A column of new rows that is not quite as those of the training.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Missing">Rows without a value, which was filled.</param>
/// <param name="Unseen">Rows with a level that no training row has.</param>
/// <param name="TellsMissing">Whether the model was trained with rows in which it is missing.</param>
public sealed record AppliedColumn(string Column, int Missing, int Unseen, bool TellsMissing);

/// <summary>A preparation that was learnt in an earlier run, for rows of another file: nothing is learnt of them.</summary>
public sealed class StoredPreparation
{
    private readonly FittedColumn[] _columns;
    private readonly LearntColumn[] _learnt;
    private readonly ILookup<string, string> _missingValues;

    /// <summary>From what the run kept.</summary>
    /// <param name="columns">Every column with its name, in the order of the training file.</param>
    /// <param name="missingValues">Values of single columns that mean that there is none.</param>
    public StoredPreparation(IReadOnlyList<(string Name, LearntColumn Learnt)> columns,
        IReadOnlyList<(string Column, string Value)> missingValues)
    {
        _learnt = [.. columns.Select(column => column.Learnt)];
        _columns = [.. columns.Select(column => column.Learnt.Restore(column.Name))];
        _missingValues = missingValues.ToLookup(one => one.Column, one => one.Value);
        FeatureNames = FittedPreparation.Distinct([.. _columns.SelectMany(column => column.Features)]);
    }

    /// <summary>Names of the features, in their order.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>n·d numbers of all rows of a file, one row after the other, and what was filled or unseen.</summary>
    /// <param name="rows">A file, read with <see cref="ColumnRoles.IsOverview"/>; columns are found by their names.</param>
    /// <exception cref="UserMistakeException">It lacks columns, or one holds another kind of value than in training.</exception>
    public (double[] Features, IReadOnlyList<AppliedColumn> Applied) Apply(Dataset rows)
    {
        RawTable table = rows.Raw?.Table ?? throw new ArgumentException($"{rows.Name} was not read column by column.", nameof(rows));
        int[] places = rows.Raw.Rows;
        FittedColumn[] used = [.. _columns.Where(column => column.Features.Count > 0)];
        string[] lacking = [.. used.Select(column => column.Name).Where(name => table.Find(name) is null)];
        if (lacking.Length > 0) throw Lacks(table, lacking);
        double[] features = new double[(long)places.Length * FeatureNames.Count];
        List<AppliedColumn> applied = [];
        int at = 0;
        foreach (FittedColumn column in used)
        {
            RawColumn cells = table.Find(column.Name)!;
            foreach (string value in _missingValues[column.Name])
                cells = cells.Without(value);
            column.Write(cells, places, features, at, FeatureNames.Count);
            at += column.Features.Count;
            int missing = places.Count(cells.IsMissing), unseen = column.CountUnseen(cells, places);
            if (missing + unseen > 0)
                applied.Add(new(column.Name, missing, unseen, _learnt[Array.IndexOf(_columns, column)].TellsMissing));
        }

        return (features, applied);
    }

    private static UserMistakeException Lacks(RawTable table, string[] lacking)
    {
        string meant = NearestName.Of(lacking[0], table.Columns.Select(plan => plan.Column.Name)) is { } near
            ? $" (is {Quoted.Value(near)} the first of them under another name?)" : "";
        return new($"The file lacks {Counted.Of(lacking.Length, "column")} that the model was trained with, {Quoted.List(lacking)}{meant}: "
            + "add what is missing; columns are found by their names, in any order.");
    }
}
