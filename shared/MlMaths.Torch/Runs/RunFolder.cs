using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Runs;

/// <summary>
/// The folder of one run. A file appears in it whole or not at all: it is written under another name, flushed, and renamed.
/// </summary>
public sealed class RunFolder
{
    private readonly List<string> _artifacts = [LogFile.Name];

    private RunFolder(string path) => FullName = path;

    /// <summary>Path of the folder.</summary>
    public string FullName { get; }

    /// <summary>Last part of the path: <c>20260102-030405-logistic-regression-7</c>.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>What was written so far, in that order, by paths relative to the folder.</summary>
    public IReadOnlyList<string> Artifacts => _artifacts;

    /// <summary>A new folder <c>out/utc-project-seed</c>; where that name is taken, <c>-2</c>, <c>-3</c> … is added.</summary>
    public static RunFolder Create(string outputFolder, string project, int seed, DateTimeOffset startedAt)
    {
        string stamp = startedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string wished = Path.Combine(outputFolder, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{project}-{seed}"));
        Directory.CreateDirectory(outputFolder);

        // Creating a folder does not fail where the name is taken, and two runs would share it; a rename does, unless that folder
        // is empty. So none ever is: it is born with its log.
        string unnamed = Directory.CreateDirectory(Path.Combine(outputFolder, $".{Guid.NewGuid():N}")).FullName;
        File.Create(Path.Combine(unnamed, LogFile.Name)).Dispose();
        for (int copy = 1; ; copy++)
        {
            string path = copy == 1 ? wished : string.Create(CultureInfo.InvariantCulture, $"{wished}-{copy}");
            try
            {
                Directory.Move(unnamed, path);
                return new(path);
            }
            catch (IOException) when (Directory.Exists(path))
            {
            }
        }
    }

    /// <summary>Writes a text file in UTF-8 without a byte order mark.</summary>
    public void Write(string relativePath, string text) => Write(relativePath, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file; where <paramref name="write"/> throws, nothing of it is left.</summary>
    public void Write(string relativePath, Action<Stream> write)
    {
        string path = Path.Combine(FullName, relativePath);
        string unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.unfinished");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using (FileStream stream = new(unfinished, FileMode.CreateNew))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        Record(relativePath);
    }

    /// <summary>Takes in a file that something else writes into a folder of its own; <paramref name="write"/> says which file it was.</summary>
    internal void Adopt(string relativePath, Func<string, string> write)
    {
        string unfinished = Path.Combine(FullName, $".{Guid.NewGuid():N}.unfinished");
        Directory.CreateDirectory(unfinished);
        try
        {
            File.Move(write(unfinished), Path.Combine(FullName, relativePath), overwrite: true);
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Record(relativePath);
    }

    /// <summary>Takes the folder away again, as if the run had never begun.</summary>
    internal void Delete() => Directory.Delete(FullName, recursive: true);

    private void Record(string relativePath)
    {
        if (!_artifacts.Contains(relativePath))
            _artifacts.Add(relativePath);
    }
}
