using System.Text.RegularExpressions;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Names that begin with a dot and stand beside run folders for a moment: of a folder that has no name yet, and of its lock. The
/// lock is there first, is held as long as the folder is, and goes last, so that what a killed process left is told from what
/// another is at work with.
/// </summary>
internal static partial class HiddenFolders
{
    private const string Lock = ".lock";

    private const int Names = 8;

    /// <summary>Makes a hidden folder, has it filled and named, and leaves nothing hidden, whatever happens.</summary>
    public static T Create<T>(string outputFolder, Func<string, T> name)
    {
        using FileStream held = TakeNew(outputFolder);
        string hidden = held.Name[..^Lock.Length];
        try
        {
            Directory.CreateDirectory(hidden);
            return name(hidden);
        }
        finally
        {
            if (Directory.Exists(hidden))
                Directory.Delete(hidden, recursive: true);
        }
    }

    /// <summary>Writes a file and takes it away again, to see whether that can be done.</summary>
    public static void Probe(string outputFolder)
    {
        using FileStream probe = TakeNew(outputFolder);
        probe.WriteByte(0);
        probe.Flush();
    }

    /// <summary>
    /// A lock with a name of its own. Outside Windows a file is there a moment before it is locked, and one who sweeps may take it in
    /// that moment: then another name is tried. That the file still has its name once it is locked, .NET sees to where the mode is
    /// <see cref="FileMode.OpenOrCreate"/>; with <see cref="FileMode.CreateNew"/> one could hold a lock that was swept.
    /// </summary>
    private static FileStream TakeNew(string outputFolder)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                return Take(Path.GetFullPath(Path.Combine(outputFolder, $".{Guid.NewGuid():N}{Lock}")));
            }
            catch (IOException) when (tried < Names)
            {
            }
        }
    }

    private static FileStream Take(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    /// <summary>
    /// Takes away what processes left that were killed. What somebody is at work with stays, and so does what is not
    /// ours.
    /// </summary>
    public static void Sweep(string outputFolder)
    {
        foreach (string path in Directory.EnumerateFileSystemEntries(outputFolder, ".*").ToArray())
        {
            string name = Path.GetFileName(path);
            if (!Ours().IsMatch(name))
                continue;
            try
            {
                SweepOne(path.EndsWith(Lock, StringComparison.Ordinal) ? path[..^Lock.Length] : path);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // Somebody is at work with it, or it is somebody else's.
            }
        }
    }

    private static void SweepOne(string hidden)
    {
        if (new FileInfo(hidden + Lock).LinkTarget is not null)
            return;

        // Taken, not only looked at: nobody else can sweep it meanwhile. It goes with the stream.
        using FileStream held = Take(hidden + Lock);
        if (new DirectoryInfo(hidden) is { Exists: true, LinkTarget: null })
            Directory.Delete(hidden, recursive: true);
    }

    [GeneratedRegex(@"^\.[0-9a-f]{32}(\.lock)?\z")]
    private static partial Regex Ours();
}
