namespace MlMaths.Torch.Runs;

/// <summary>A process that is at work in a run folder. The system frees it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".lock";

    private const int WouldBlock = 11, WouldBlockOnMac = 35, SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Null where another process is at work.</summary>
    public static FolderLock? Take(string folder)
    {
        RequireFile(folder);
        try
        {
            return new(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException cause) when (IsHeld(cause))
        {
            return null;
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UserMistakeException(
                $"{Data.Quoted.Path(folder)} cannot be written: make it writable, or start a new run elsewhere.",
                cause);
        }
    }

    private static bool IsHeld(IOException cause) => cause.HResult is WouldBlock or WouldBlockOnMac or SharingViolation;

    /// <summary>A link would make, or lock, a file elsewhere.</summary>
    private static void RequireFile(string folder)
    {
        FileInfo file = new(Path.Combine(folder, Name));
        if (file.LinkTarget is not null || Directory.Exists(file.FullName))
        {
            throw new UserMistakeException(
                $"{Data.Quoted.Path(file.FullName)} is a link or a folder where a run has a file: "
                + $"remove it, and try again.");
        }
    }

    /// <summary>
    /// Frees the folder for good. Only of a completed run: where another process could still go on, it would lock a file that is
    /// there no more.
    /// </summary>
    public void Remove()
    {
        string path = _file.Name;
        _file.Dispose();
        File.Delete(path);
    }

    public void Dispose() => _file.Dispose();
}
