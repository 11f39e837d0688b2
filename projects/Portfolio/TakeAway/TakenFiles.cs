using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.TakeAway;

/// <summary>Where figures go that are taken away: outside the run, whose files stay as they were measured.</summary>
internal sealed class TakenFiles
{
    private readonly string _folder, _run, _ending;

    /// <exception cref="UserMistakeException">The folder is that of a run.</exception>
    public TakenFiles(string folder, FinishedRun run, FigureFormat format)
    {
        (_folder, _ending) = (folder, $"{format}".ToLowerInvariant());
        _run = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder)));
        string home = Path.GetFullPath(run.Folder) + Path.DirectorySeparatorChar;
        if ((Path.GetFullPath(folder) + Path.DirectorySeparatorChar).StartsWith(home, StringComparison.Ordinal))
        {
            throw new UserMistakeException(
                $"--out is {Quoted.Path(folder)}, inside the run, where no file may be added: name another folder.");
        }
    }

    /// <summary>Writes one, whole or not at all.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, $"{_run}-{name}.{_ending}"), draft = $"{path}.unfinished";
        try
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
            return path;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new UserMistakeException(
                $"{Quoted.Path(path)} could not be written ({cause.Message.TrimEnd('.')}): make the folder writable, or name another "
                + "with --out.", cause);
        }
    }
}
