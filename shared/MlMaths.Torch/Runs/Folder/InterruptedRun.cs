using System.Text.Json;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>A run folder whose run was cancelled, killed or stopped by a defect, and that nobody else is at work in.</summary>
internal sealed class InterruptedRun : IDisposable
{
    private readonly FolderLock _lock;

    private InterruptedRun(string folder, CommandRecord record, FolderLock held) => (Folder, Record, _lock) = (folder, record, held);

    /// <summary>Path of the folder.</summary>
    public string Folder { get; }

    /// <summary>How it was started.</summary>
    public CommandRecord Record { get; }

    /// <exception cref="UserMistakeException">There is nothing in that folder that this project could continue.</exception>
    public static InterruptedRun Open(string folder, string project)
    {
        string given = $"--resume is {Quoted.Path(folder)}";
        if (!Directory.Exists(folder))
            throw new UserMistakeException($"{given}, and there is no such folder: name the folder of a run that was cancelled or killed.");
        string command = Path.Combine(folder, CommandRecord.Name);
        if (!File.Exists(command))
        {
            throw new UserMistakeException(
                $"{given}, which is no run folder, as it has no {CommandRecord.Name}: "
                + $"name the folder of a run that was cancelled or killed.");
        }
        CommandRecord record = CommandRecord.Read(command);
        if (record.Project != project)
        {
            throw new UserMistakeException(
                $"{given}, which is a run of {Quoted.Value(record.Project)}, not of {project}: "
                + $"continue it with that project.");
        }

        RefuseCompleted(folder, given);
        FolderLock held = FolderLock.Take(folder)
            ?? throw new UserMistakeException($"{given}, where another process is running: wait until it has ended.");
        try
        {
            RefuseCompleted(folder, given); // it may have been, until the lock was free
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return new(Path.TrimEndingDirectorySeparator(folder), record, held);
    }

    /// <exception cref="UserMistakeException">They are not the data that the run began with.</exception>
    public void RequireSame(DataDescription? data)
    {
        if (data is not null && Record.Data is { } before && data.Sha256 != before.Sha256)
        {
            throw new UserMistakeException(
                $"The data {Quoted.Value(data.Name)} have changed since the run began (SHA-256 {Short(data.Sha256)} "
                + $"now, {Short(before.Sha256)} then): "
                    + "put the old file back, or start a new run.");
        }
    }

    private static string Short(string hash) => hash.Length > 12 ? $"{hash[..12]}…" : Quoted.Value(hash);

    /// <summary>The run is completed: nobody has to be kept out any more.</summary>
    public void Free() => _lock.Remove();

    public void Dispose() => _lock.Dispose();

    private static void RefuseCompleted(string folder, string given)
    {
        string results = Path.Combine(folder, "results.json");
        if (File.Exists(results) && StatusOf(results) == "completed")
            throw new UserMistakeException($"{given}, and that run is complete: there is nothing to continue.");
    }

    private static string? StatusOf(string results)
    {
        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(results));
            return manifest.RootElement.TryGetProperty("status", out JsonElement status) ? status.GetString() : null;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
