using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Runs;

/// <summary>
/// The folder of one run. A file appears in it whole or not at all: it is written under another name, flushed, and renamed.
/// </summary>
public sealed class RunFolder
{
    internal const string Unfinished = ".unfinished";

    private static readonly EnumerationOptions OwnFiles =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly Lock _gate = new();
    private readonly List<string> _artifacts = [LogFile.Name];

    private RunFolder(string path) => FullName = path;

    /// <summary>Path of the folder.</summary>
    public string FullName { get; }

    /// <summary>Last part of the path: <c>20260102-030405-logistic-regression-7</c>.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>What was written so far, in that order, by paths relative to the folder.</summary>
    public IReadOnlyList<string> Artifacts
    {
        get
        {
            lock (_gate)
                return [.. _artifacts];
        }
    }

    /// <summary>A new folder <c>out/utc-project-seed</c>; where that name is taken, <c>-2</c>, <c>-3</c> … is added.</summary>
    public static RunFolder Create(string outputFolder, string project, int seed, DateTimeOffset startedAt) =>
        Create(outputFolder, project, seed, startedAt, _ => { });

    /// <summary>A new folder that never stands there without what <paramref name="furnish"/> writes into it.</summary>
    internal static RunFolder Create(string outputFolder, string project, int seed, DateTimeOffset startedAt, Action<RunFolder> furnish)
    {
        string stamp = startedAt.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string wished = Path.Combine(outputFolder, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{project}-{seed}"));
        Directory.CreateDirectory(outputFolder);
        HiddenFolders.Sweep(outputFolder);

        // Creating a folder does not fail where the name is taken, and two runs would share it; a rename does, unless that folder
        // is empty. So none ever is: it is born with its log.
        return HiddenFolders.Create(outputFolder, unnamed =>
        {
            File.Create(Path.Combine(unnamed, LogFile.Name)).Dispose();
            RunFolder furnished = new(unnamed);
            furnish(furnished);
            RunFolder folder = new(Named(unnamed, wished));
            folder._artifacts.AddRange(furnished._artifacts.Skip(1));
            return folder;
        });
    }

    private static string Named(string unnamed, string wished)
    {
        for (int copy = 1; ; copy++)
        {
            string path = copy == 1 ? wished : string.Create(CultureInfo.InvariantCulture, $"{wished}-{copy}");
            try
            {
                Patience.Here.Do(() => Directory.Move(unnamed, path));
                return path;
            }
            catch (IOException) when (Directory.Exists(path))
            {
            }
        }
    }

    /// <summary>The folder of a run that goes on. What a killed process left half written is taken away.</summary>
    /// <exception cref="UserMistakeException">Something stands there that no run has left.</exception>
    internal static RunFolder Open(string path)
    {
        FolderContents.RequireOwn(path);
        RunFolder folder = new(path);
        folder.Sweep();
        folder.Record(CommandRecord.Name);
        return folder;
    }

    /// <summary>Writes a text file in UTF-8 without a byte order mark.</summary>
    public void Write(string relativePath, string text) => Write(relativePath, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file; where <paramref name="write"/> throws, nothing of it is left.</summary>
    public void Write(string relativePath, Action<Stream> write) => Write(relativePath, write, flushToDisk: true);

    internal void Write(string relativePath, Action<Stream> write, bool flushToDisk)
    {
        string path = PlaceOf(relativePath);
        string unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}{Unfinished}");
        try
        {
            using (FileStream stream = new(unfinished, FileMode.CreateNew))
            {
                write(stream);
                stream.Flush(flushToDisk);
            }

            Patience.Here.Do(() => File.Move(unfinished, path, overwrite: true));
        }
        catch
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            throw;
        }

        Record(relativePath);
    }

    /// <summary>
    /// Takes in a file that something else writes into a folder of its own; <paramref name="write"/> says which file it
    /// was.
    /// </summary>
    internal void Adopt(string relativePath, Func<string, string> write)
    {
        string path = PlaceOf(relativePath), unfinished = Path.Combine(FullName, $".{Guid.NewGuid():N}{Unfinished}");
        Directory.CreateDirectory(unfinished);
        try
        {
            string written = write(unfinished);
            Patience.Here.Do(() => File.Move(written, path, overwrite: true));
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Record(relativePath);
    }

    /// <summary>A file that is written bit by bit while the run goes on; nothing of it is taken away by opening it.</summary>
    internal FileStream OpenFile(string relativePath)
    {
        FileStream file = new(PlaceOf(relativePath), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        Record(relativePath);
        return file;
    }

    /// <summary>Takes the folder away again, as if the run had never begun.</summary>
    internal void Delete() => Patience.Here.Do(() => Directory.Delete(FullName, recursive: true));

    /// <summary>SHA-256 of what was written; files that are gone have none.</summary>
    /// <param name="isLogClosed">Whether nothing more is logged; else the log goes on, and has none either.</param>
    internal IReadOnlyDictionary<string, string> Hashes(bool isLogClosed) => Artifacts
        .Where(file => (isLogClosed || file != LogFile.Name) && File.Exists(Path.Combine(FullName, file)))
        .ToDictionary(file => file, file => FolderSeal.HashOfFile(Path.Combine(FullName, file)));

    /// <summary>Nothing that was written has been taken away by somebody.</summary>
    /// <exception cref="RunFolderException">Something was.</exception>
    internal void RequireWhole()
    {
        RequireThere();
        if (Artifacts.FirstOrDefault(file => !File.Exists(Path.Combine(FullName, file))) is { } missing)
        {
            throw new RunFolderException(
                $"{Quoted.Path(missing)} is gone from {Quoted.Path(FullName)}: "
                + $"it was removed during the run; leave the folder alone",
                canContinue: true);
        }
    }

    /// <summary>A file's bytes; null where there is none. What was read is part of the folder.</summary>
    internal byte[]? Read(string relativePath)
    {
        string path = Path.Combine(FullName, relativePath);
        if (!File.Exists(path))
            return null;
        Record(relativePath);
        return File.ReadAllBytes(path);
    }

    /// <summary>Takes the files of an inner folder away, and that folder once it is empty.</summary>
    internal void Remove(string innerFolder)
    {
        string inner = Path.Combine(FullName, innerFolder);
        if (!Directory.Exists(inner))
            return;
        foreach (string file in Directory.EnumerateFiles(inner)
            .Select(path => $"{innerFolder}/{Path.GetFileName(path)}").ToArray())
        {
            File.Delete(Path.Combine(FullName, file));
            lock (_gate)
                _artifacts.Remove(file);
        }

        if (!Directory.EnumerateFileSystemEntries(inner).Any())
            Directory.Delete(inner);
    }

    /// <summary>Takes away what was being written when a process was killed.</summary>
    internal void Sweep()
    {
        DirectoryInfo folder = new(FullName);
        foreach (FileSystemInfo left in folder.EnumerateFileSystemInfos($"*{Unfinished}", OwnFiles).ToArray())
        {
            if (left is DirectoryInfo inner)
                inner.Delete(recursive: true);
            else
                left.Delete();
        }
    }

    /// <summary>Where a file goes: its inner folder is made, but never again the folder of the run.</summary>
    private string PlaceOf(string relativePath)
    {
        RequireThere();
        string path = Path.Combine(FullName, relativePath);
        if (Path.GetDirectoryName(relativePath) is { Length: > 0 } inner)
            Directory.CreateDirectory(Path.Combine(FullName, inner));
        return !Directory.Exists(path) ? path : throw new RunFolderException(
            $"{Quoted.Path(path)} is a folder where a file should be written: move it away", canContinue: true);
    }

    private void RequireThere()
    {
        if (!Directory.Exists(FullName))
            throw new RunFolderException(MachineLimit.Gone(FullName).What, canContinue: false);
    }

    private void Record(string relativePath)
    {
        lock (_gate)
        {
            if (!_artifacts.Contains(relativePath))
                _artifacts.Add(relativePath);
        }
    }
}
