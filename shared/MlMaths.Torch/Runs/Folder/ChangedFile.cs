namespace MlMaths.Torch.Runs;

/// <summary>A file of a run folder that is not as the run left it.</summary>
/// <param name="Name">Its path within the folder.</param>
/// <param name="How">What became of it.</param>
public sealed record ChangedFile(string Name, FileChange How)
{
    private const string Results = "results.json";

    // What file managers leave wherever they were, and a process that was ended after its last file.
    private static readonly string[] OfNobody = [".lock", ".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>A clause: <c>was changed after the run</c>.</summary>
    public string Words => How switch
    {
        FileChange.Gone => "is gone",
        FileChange.Added => "was not written by the run",
        _ => "was changed after the run",
    };

    /// <summary>
    /// All of them: those whose SHA-256 is another, those that the record does not hold, and <c>results.json</c> where its seal is
    /// broken.
    /// </summary>
    internal static IEnumerable<ChangedFile> In(string folder, IReadOnlyDictionary<string, string> hashes, bool isSealed)
    {
        if (!isSealed) yield return new(Results, FileChange.Changed);
        foreach ((string name, string hash) in hashes.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            // A name is a path below the folder: a forged record looks nowhere else.
            string path = Path.Combine(folder, name);
            if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..") || !File.Exists(path))
                yield return new(name, FileChange.Gone);
            else if (FolderSeal.HashOfFile(path) != hash)
                yield return new(name, FileChange.Changed);
        }

        foreach (string name in FilesIn(folder).Where(name => !hashes.ContainsKey(name) && name is not (Results or LogFile.Name)))
            yield return new(name, FileChange.Added);
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Where(path => !OfNobody.Contains(Path.GetFileName(path)))
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
