using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Small invented files, one for each obstacle that real ones hold; they stand in <c>Cases</c>.</summary>
internal static class CsvCaseFile
{
    public static string Path(string name)
    {
        string cases = System.IO.Path.Combine(Repository.Folder, "tests", "MlMaths.Torch.Tests", "Data", "Reading", "Cases");
        return Directory.EnumerateFiles(cases, $"{name}*", SearchOption.AllDirectories).Single();
    }

    public static Dataset Read(string name, string? target, TableOptions? options = null, ColumnRoles? roles = null) =>
        CsvDataset.Read(Path(name), (roles ?? new()) with { Target = target }, options ?? new());

    /// <summary>What the user is told, without the folder; the options that heal it behind an arrow.</summary>
    public static string Mistake(string name, string? target, TableOptions? options = null)
    {
        string told = Assert.Throws<UserMistakeException>(() => CsvDataset.Read(
            Path(name), new ColumnRoles(target), options ?? new(), null,
            added => string.Join(' ', added.Select(one => $"{one.Option} {one.Value}".TrimEnd())))).Message;
        return told.Replace($"'{System.IO.Path.GetDirectoryName(Path(name))}{System.IO.Path.DirectorySeparatorChar}", "'");
    }

    /// <summary>All rows prepared by themselves.</summary>
    public static (Dataset Rows, FittedPreparation Preparation) Prepared(string name, string target, TableOptions? options = null)
    {
        DataSplit all = DataSplit.None(Read(name, target, options));
        var preparation = Preparation.Fit(all.Training);
        return (preparation.On(all).Training.Whole, preparation);
    }

    public static FittedColumn Column(FittedPreparation preparation, string name) =>
        preparation.Columns.Single(column => column.Name == name);

    /// <summary><c>number, kept</c>.</summary>
    public static string Taken(FittedPreparation preparation, string name)
    {
        ColumnPlan plan = Column(preparation, name).Plan;
        return $"{plan.Kind}, {plan.Action}".ToLowerInvariant();
    }

    public static string[] Notes(Dataset rows) => [.. rows.Raw!.Table.Notes.Select(note => note.Sentence)];
}
