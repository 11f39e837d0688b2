namespace MlMaths.Torch.Runs;

/// <summary>A file of a run folder that is not as the run left it.</summary>
/// <param name="Name">Its path within the folder.</param>
/// <param name="IsGone">Whether it is missing; else its bytes are others.</param>
public sealed record ChangedFile(string Name, bool IsGone)
{
    /// <summary>All of them: those whose SHA-256 is another, and <c>results.json</c> where its seal is broken.</summary>
    internal static IEnumerable<ChangedFile> In(string folder, IReadOnlyDictionary<string, string> hashes, bool isSealed)
    {
        if (!isSealed) yield return new("results.json", IsGone: false);
        foreach ((string name, string hash) in hashes.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            // A name is a path below the folder: a forged record looks nowhere else.
            string path = Path.Combine(folder, name);
            if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..") || !File.Exists(path))
                yield return new(name, IsGone: true);
            else if (FolderSeal.HashOfFile(path) != hash)
                yield return new(name, IsGone: false);
        }
    }
}
