namespace MlMaths.Torch.Runs;

/// <summary>A process that is at work in a run folder. The system frees it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Null where another process is at work.</summary>
    public static FolderLock? Take(string folder)
    {
        try
        {
            return new(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UserMistakeException($"{Data.Quoted.Path(folder)} cannot be written: make it writable, or start a new run elsewhere.", cause);
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
