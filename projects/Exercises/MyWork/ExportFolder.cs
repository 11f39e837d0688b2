namespace MlMaths.Torch.Exercises.MyWork;

/// <summary>A new folder that a week or a portfolio is published from. One that holds anything is left alone.</summary>
internal sealed class ExportFolder
{
    /// <summary>What to do with it.</summary>
    /// <param name="folder">As it was asked for.</param>
    public static string Next(string folder) =>
        $"Look at its README.md as a stranger would, then: cd {Quoted.Path(folder)}, git init, git add ., git commit.";

    private readonly string _path;

    /// <exception cref="UserMistakeException">There is something in it.</exception>
    public ExportFolder(string path)
    {
        _path = path;
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new UserMistakeException($"{Quoted.Path(path)} is not empty, and nothing of yours is written over: name a new folder.");
    }

    /// <summary>Puts a text there.</summary>
    public void Write(string relative, string text) => At(relative, file => File.WriteAllText(file, text));

    /// <summary>Puts a copy there.</summary>
    public void Copy(string from, string relative) => At(relative, file => File.Copy(from, file));

    private void At(string relative, Action<string> write)
    {
        string file = Path.Combine(_path, relative);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            write(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{Quoted.Path(file)} could not be written ({cause.Message.TrimEnd('.')}).", cause);
        }
    }
}
