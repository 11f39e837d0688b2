namespace MlMaths.Torch.Data;

/// <summary>What the training rows taught about every column; it makes features of any rows with the same columns.</summary>
public sealed class FittedPreparation
{
    internal FittedPreparation(RawTable table, IReadOnlyList<FittedColumn> columns)
    {
        (Table, Columns) = (table, columns);
        FeatureNames = Distinct([.. columns.SelectMany(column => column.Features)]);
    }

    /// <summary>Of rows that were numbers from the start: they stay as they are.</summary>
    public static FittedPreparation Nothing { get; } = new(new([], 0, [], [], new()), []);

    /// <summary>The file.</summary>
    public RawTable Table { get; }

    /// <summary>Every column of the file, in its order.</summary>
    public IReadOnlyList<FittedColumn> Columns { get; }

    /// <summary>Names of the features, in their order; no two are equal.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Whether the rows were numbers from the start, and no file was read column by column.</summary>
    public bool IsNothing => Columns.Count == 0;

    /// <summary>Whether it would be the same whatever the training rows were.</summary>
    public bool LearnsNothing => IsNothing || Table.LearnsNothing;

    /// <summary>The features of the same rows.</summary>
    public Dataset Apply(Dataset rows)
    {
        if (IsNothing) return rows;
        RawRows raw = rows.Raw ?? throw new ArgumentException($"{rows.Name} has lost the cells that its features come from.", nameof(rows));
        return raw.Table.LearnsNothing && rows.Columns > 0
            ? rows
            : rows.WithFeatures(FeatureNames, FeaturesOf(raw.Table, raw.Rows), raw);
    }

    /// <summary>n·d numbers of some rows of the file, one row after the other: what a service does to the cells of one that asks.</summary>
    public double[] FeaturesOf(RawRows rows) => FeaturesOf(rows.Table, rows.Rows);

    /// <summary>The same split, of prepared rows.</summary>
    public DataSplit On(DataSplit split) => split.On(Apply(split.Training.Whole));

    /// <summary>n·d numbers of some rows of a table, one row after the other; columns are found by their names.</summary>
    /// <exception cref="UserMistakeException">The table lacks a column that is needed.</exception>
    internal double[] FeaturesOf(RawTable table, int[] rows)
    {
        double[] features = new double[(long)rows.Length * FeatureNames.Count];
        int at = 0;
        foreach (FittedColumn column in Columns.Where(column => column.Features.Count > 0))
        {
            RawColumn cells = ReferenceEquals(table, Table) ? column.Plan.Column
                : table.Find(column.Name) ?? throw new UserMistakeException(
                $"There is no column {Quoted.Value(column.Name)}, which the model was trained with: add it.");
            column.Write(cells, rows, features, at, FeatureNames.Count);
            at += column.Features.Count;
        }

        return features;
    }

    // A file may have a column that is called as a level of another one.
    internal static string[] Distinct(string[] names)
    {
        HashSet<string> taken = [];
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            for (int copy = 2; !taken.Add(names[i]); copy++)
                names[i] = $"{name} ({copy})";
        }

        return names;
    }
}
