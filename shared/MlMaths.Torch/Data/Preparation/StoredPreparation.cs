namespace MlMaths.Torch.Data;

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
            LearntColumn learnt = _learnt[Array.IndexOf(_columns, column)];
            applied.Add(new(column.Name, places.Count(cells.IsMissing), learnt.TellsMissing)
            {
                IsDate = learnt.Recipe == ColumnRecipe.Date,
                Levels = column.StrangeLevels(cells, places),
                Outside = column.Outside(cells, places),
            });
        }

        return (features, [.. applied.Where(column => column.Missing > 0 || column.Levels.Count > 0 || column.Outside is not null)]);
    }

    private UserMistakeException Lacks(RawTable table, string[] lacking)
    {
        // A column that the model knows is none of those that it lacks.
        string[] free = [.. table.Columns.Select(plan => plan.Column.Name).Except(_columns.Select(column => column.Name))];
        (string Name, string? Near)[] hints = [.. lacking.Select(name => (name, NearestColumn(name, free)))];
        string[] absent = [.. hints.Where(one => one.Near is null).Select(one => one.Name)];
        string[] advice =
        [
            .. hints.Where(one => one.Near is not null)
                .Select(one => $"if {Quoted.Value(one.Near!)} is {Quoted.Value(one.Name)}, rename it"),
            .. absent.Length > 0 ? [$"add {Quoted.List(absent)}"] : (string[])[],
        ];
        return new($"The file lacks {Counted.Of(lacking.Length, "column")} that the model was trained with, {Quoted.List(lacking)}: "
            + $"{string.Join("; ", advice)}; columns are found by their names, in any order.");
    }

    // Months is months, and visits may be visits_per_month: one name has all words of the other.
    private static string? NearestColumn(string name, string[] free) =>
        free.FirstOrDefault(other => other.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? NearestName.Of(name, free)
        ?? free.FirstOrDefault(other => Words(other) is { Count: > 0 } words && Words(name) is { Count: > 0 } wanted
            && (words.IsSubsetOf(wanted) || wanted.IsSubsetOf(words)));

    private static HashSet<string> Words(string name) => new(NameWords.Of(name), StringComparer.OrdinalIgnoreCase);
}
