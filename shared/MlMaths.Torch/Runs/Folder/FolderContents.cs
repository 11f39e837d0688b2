namespace MlMaths.Torch.Runs;

/// <summary>
/// Whether what stands in the folder of a run that goes on is what a run leaves there. Through a link one would write, and delete,
/// elsewhere; a folder with the name of a file would stop the run at its end.
/// </summary>
internal static class FolderContents
{
    private static readonly string[] Inner = ["figures", "checkpoints"];

    /// <exception cref="UserMistakeException">Something else is there.</exception>
    public static void RequireOwn(string folder)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            Require(folder, entry, Inner.Contains(entry.Name));
            if (entry is DirectoryInfo inner && Inner.Contains(entry.Name))
            {
                foreach (FileSystemInfo below in inner.EnumerateFileSystemInfos())
                    Require(folder, below, mayBeFolder: false);
            }
        }
    }

    /// <summary>Folders that have no name of a file may be somebody's notes: nothing of ours is written there.</summary>
    private static void Require(string folder, FileSystemInfo entry, bool mayBeFolder)
    {
        string name = Path.GetRelativePath(folder, entry.FullName);
        if (entry.LinkTarget is { } target)
            throw Refused(folder, $"{Quoted.Path(name)} is a link to {Quoted.Path(target)}", "remove the link");
        bool isFolder = entry is DirectoryInfo, isUnfinished = name.EndsWith(RunFolder.Unfinished, StringComparison.Ordinal);
        if (isFolder && !mayBeFolder && !isUnfinished && (name.Contains('.', StringComparison.Ordinal) || name != entry.Name))
            throw Refused(folder, $"{Quoted.Path(name)} is a folder where a run has a file", "move it away");
        if (!isFolder && mayBeFolder)
            throw Refused(folder, $"{Quoted.Path(name)} is a file where a run has a folder", "move it away");
    }

    private static UserMistakeException Refused(string folder, string what, string remedy) =>
        new($"--resume is {Quoted.Path(folder)}, where {what}: {remedy}, and try again.");
}
