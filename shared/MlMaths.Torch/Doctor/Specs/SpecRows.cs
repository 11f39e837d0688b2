using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>The rows that a spec asks for, split and prepared.</summary>
internal static class SpecRows
{
    private const int FewestRows = 4;

    /// <summary>The table as it is read or drawn, some of its rows only where so many are asked for.</summary>
    public static Dataset Read(DataSpec spec, string home, int seed)
    {
        Dataset all = spec.File is { } file ? CsvDataset.Read(Path.Combine(home, file), spec.Target)
            : DrawnSets.Names.Contains(spec.Set) ? DrawnSets.Draw(spec.Set, spec.Rows ?? DrawnSets.UsualRows, spec.Noise, seed)
            : DatasetCatalogue.All.Any(entry => entry.Name == spec.Set)
                ? DatasetCatalogue.Load(spec.Set, spec.Target is null ? null : new ColumnRoles(spec.Target))
            : throw Unknown(spec.Set);
        return Some(all, spec.Rows, seed);
    }

    /// <summary>So many rows by chance, where a table has more.</summary>
    public static Dataset Some(Dataset all, int? wanted, int seed)
    {
        if (all.Rows < FewestRows)
        {
            throw new UserMistakeException($"{Quoted.Value(all.Name)} has {Counted.Rows(all.Rows)}, and a training needs at least "
                + $"{FewestRows}: add rows.");
        }

        return wanted is { } rows && rows < all.Rows
            ? all.Select(Shuffle.Order(all.Rows, seed, DrawnFor.Sample).AsSpan(0, rows).ToArray().Order().ToArray())
            : all;
    }

    /// <summary>Training and validation rows: each class with its share where it has rows enough, by chance else.</summary>
    public static DataSplit Split(Dataset rows, double validation, bool hasClasses, int seed)
    {
        if (validation == 0) return DataSplit.None(rows);
        SplitFractions halves = new(validation / 2, validation / 2);
        bool hasEnough = hasClasses && rows.Labels.CountBy(label => label).All(one => one.Value >= halves.MinRows);
        DataSplit split = hasEnough ? StratifiedSplit.Of(rows, seed, halves) : RandomSplit.Of(rows, seed, validation);
        return DataSplit.Of(rows, split.Training.Rows, [.. split.Validation.Rows.Concat(split.Test.Rows).Order()], []);
    }

    /// <summary>Numbers in place of cells, learnt from training rows; and the columns that were asked for.</summary>
    public static DataSplit Prepare(DataSplit split, IReadOnlyList<string>? columns)
    {
        DataSplit prepared = Preparation.Fit(split.Training).On(split);
        if (columns is null) return prepared;
        Dataset rows = prepared.Training.Whole;
        string[] unknown = [.. columns.Where(column => !rows.ColumnNames.Contains(column))];
        if (unknown.Length > 0 || columns.Count == 0 || columns.Distinct().Count() < columns.Count)
        {
            throw new UserMistakeException(
                $"data.columns is {(columns.Count == 0 ? "empty" : Quoted.List([.. unknown.DefaultIfEmpty(columns[0])]))}, and may hold "
                + $"features of {Quoted.Value(rows.Name)}, each once: {Quoted.List([.. rows.ColumnNames], 30)}.");
        }

        return prepared.On(rows.WithColumns([.. columns.Select(column => rows.ColumnNames.ToList().IndexOf(column))]));
    }

    /// <summary>Learns the scale that was asked for.</summary>
    public static FittedScaler Scaler(FeatureScaling scaling, TrainingPart training)
    {
        switch (scaling)
        {
            case FeatureScaling.Standard:
                return StandardScaler.Fit(training);
            case FeatureScaling.Range:
                return RangeScaler.Fit(training);
            default:
                IReadOnlyList<string> names = training.Whole.ColumnNames;
                return new(names, new double[names.Count], [.. Enumerable.Repeat(1.0, names.Count)], []);
        }
    }

    /// <summary>The same rows, a share of them with their labels mixed up among each other.</summary>
    public static Dataset Misaligned(Dataset rows, double share, int seed)
    {
        if (share == 0) return rows;
        int[] mixed = [.. Shuffle.Order(rows.Rows, seed, DrawnFor.Errors).Take((int)Math.Round(share * rows.Rows))];
        string[] labels = [.. rows.Labels];
        for (int place = 0; place < mixed.Length; place++) // a chain: what is mixed up moves, all of it
            labels[mixed[place]] = rows.Labels[mixed[(place + 1) % mixed.Length]];
        return rows.WithLabels(labels);
    }

    private static UserMistakeException Unknown(string name)
    {
        string[] known = [.. DrawnSets.Names, .. DatasetCatalogue.All.Select(entry => entry.Name)];
        string meant = NearestName.Of(name, known) is { } near ? $"did you mean {Quoted.Value(near)}?"
            : $"it may be {string.Join(", ", known)}; a file of your own goes into data.file.";
        return new($"data.set is {Quoted.Value(name)}: {meant}");
    }
}
