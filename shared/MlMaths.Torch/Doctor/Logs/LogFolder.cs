namespace MlMaths.Torch.Doctor;

/// <summary>What a folder holds of a training: the fullest thing in it is judged.</summary>
internal static class LogFolder
{
    private const int Deepest = 3, MostFiles = 200;

    private static readonly string[] Tables = ["history.csv", "metrics.csv"];

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = Deepest,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>A table, or event files with the names of the folders that they stand in; never both.</summary>
    /// <exception cref="UserMistakeException">There is no log, or several tables.</exception>
    public static (string? Table, IReadOnlyList<(string Run, string File)> Events) In(string folder)
    {
        if (Tables.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } table) return (table, []);
        string[] events =
            [.. Directory.EnumerateFiles(folder, "*tfevents*", Everywhere).Order(StringComparer.Ordinal).Take(MostFiles + 1)];
        if (events.Length > MostFiles)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(folder)} has more than {MostFiles} event files: name the folder of one training in it.");
        }

        if (events.Length > 0) return (null, [.. events.Select(file => (Run(folder, file), file))]);
        string[] csv = [.. Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)];
        return csv.Length == 1 ? (csv[0], []) : throw new UserMistakeException(csv.Length == 0
            ? $"{Quoted.Path(folder)} has no log of a training in it: no spec.json, history.csv, metrics.csv, events.out.tfevents.* or "
                + "other CSV."
            : $"{Quoted.Path(folder)} has several CSV files, {Quoted.List([.. csv.Select(file => Path.GetFileName(file))])}: name one of "
                + "them.");
    }

    private static string Run(string folder, string file) =>
        Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/') is var run && run == "." ? "" : run;
}
