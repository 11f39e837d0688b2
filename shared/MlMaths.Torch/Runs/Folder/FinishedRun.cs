using System.Text.Json;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>A completed run, read again: what it measured, how it was started, and whether its files are still its own.</summary>
public sealed class FinishedRun
{
    private const string Results = "results.json", None = "none";

    // A results.json has some hundred kB; what is much larger is no run's.
    private const long MostBytes = 16 << 20;

    private readonly Lazy<IReadOnlyList<ChangedFile>?> _changed;

    private FinishedRun(Func<IReadOnlyList<ChangedFile>?> changed) => _changed = new(changed);

    /// <summary>Path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The command that was typed, such as <c>logistic</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Which program, by the name that its report has, such as <c>logistic-regression</c>.</summary>
    public required string Project { get; init; }

    /// <summary>Time of the start, in UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Repeats it, as the folder has it.</summary>
    public required string Command { get; init; }

    /// <summary>What was typed behind it.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>
    /// What was typed for an option, as <c>--data FILE</c> or <c>--data=FILE</c>: empty for a switch, null where it was not typed.
    /// </summary>
    /// <param name="option">With its hyphens.</param>
    public string? Typed(string option)
    {
        for (int at = 0; at < Args.Count; at++)
        {
            if (Args[at] == option)
                return at + 1 < Args.Count && !Args[at + 1].StartsWith("--", StringComparison.Ordinal) ? Args[at + 1] : "";
            if (Args[at].StartsWith(option, StringComparison.Ordinal) && Args[at][option.Length] is '=' or ':')
                return Args[at][(option.Length + 1)..];
        }

        return null;
    }

    /// <summary>Seed of every random choice.</summary>
    public required int Seed { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Which data; null where all was drawn by the seed.</summary>
    public required DataDescription? Data { get; init; }

    /// <summary>What was chosen, defaults included, by name; what was left open is left out.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What it ran on, field by field.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Every number that may be quoted.</summary>
    public required IReadOnlyList<Measurement> Measurements { get; init; }

    /// <summary>Paths of its figures as SVG, in the order of its report; those that are still there.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>
    /// Files that are not as the run left them; null where the run kept no record of its files. Read when it is first asked for.
    /// </summary>
    public IReadOnlyList<ChangedFile>? Changed => _changed.Value;

    /// <summary>The first file that the run wrote and that is another now, or gone; null where there is none.</summary>
    public ChangedFile? Broken => Changed?.FirstOrDefault(file => file.How != FileChange.Added);

    /// <summary>Files that have a record, by their paths within the folder; <c>results.json</c>, which holds it, is one.</summary>
    public required IReadOnlyList<string> Recorded { get; init; }

    /// <summary>Opens a run folder.</summary>
    /// <exception cref="UserMistakeException">It is none, or the run was not completed, or is of another version.</exception>
    public static FinishedRun Open(string folder) => Opened(folder, isPublished: false);

    /// <summary>
    /// Opens a run folder that may have been published without some of its files: <see cref="Changed"/> tells which are gone. Without
    /// <c>command.json</c> nothing is known to have been typed, so that the run can be read and not repeated.
    /// </summary>
    /// <exception cref="UserMistakeException">As for one that was not published.</exception>
    public static FinishedRun OpenPublished(string folder) => Opened(folder, isPublished: true);

    private static FinishedRun Opened(string folder, bool isPublished)
    {
        string results = Path.Combine(folder, Results), command = Path.Combine(folder, CommandRecord.Name);
        if (!Directory.Exists(folder))
            throw new UserMistakeException($"There is no folder {Quoted.Path(folder)}: name the folder of a completed run.");
        if (!File.Exists(results))
        {
            throw new UserMistakeException(
                $"{Quoted.Path(folder)} has no {Results}, so it is no folder of a completed run: "
                + "one that was interrupted is continued with --resume.");
        }

        bool hasCommand = File.Exists(command);
        if (!hasCommand && !isPublished)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(folder)} has no {CommandRecord.Name}, which says how the run was started: start a new run.");
        }

        string text = Text(results);
        Stored stored = Read(text, results);
        if (stored.Status != RunStatus.Completed)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(folder)} holds a run that did not end well: continue it with --resume, or start a new one.");
        }

        return new(() => stored.Sha256 is { } hashes ? [.. ChangedFile.In(folder, hashes, FolderSeal.IsWhole(text) == true)] : null)
        {
            Folder = folder,
            Verb = RepeatedCommand.VerbOf(stored.Command) ?? stored.Project,
            Project = stored.Project,
            StartedAt = stored.StartedAt,
            Command = stored.Command,
            Args = hasCommand ? CommandRecord.Read(command).Args : [],
            Seed = stored.Seed,
            Seconds = stored.Seconds,
            Data = stored.Data,
            Options = (stored.Options ?? new Dictionary<string, JsonElement>())
                .Where(option => option.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                .ToDictionary(option => option.Key, option => $"{option.Value}"),
            Environment = stored.Environment.ToDictionary(
                field => field.Key,
                field => field.Value.ValueKind == JsonValueKind.Null ? None : $"{field.Value}"),
            Measurements = stored.Measurements,
            Figures = [.. (stored.Artifacts ?? []).Where(IsFigure).Select(name => Path.Combine(folder, name)).Where(File.Exists)],
            Recorded = [Results, .. stored.Sha256?.Keys ?? []],
        };
    }

    // A name that leads out of the folder is none of a run's.
    private static bool IsFigure(string name) => name.StartsWith("figures/", StringComparison.Ordinal)
        && name.EndsWith(".svg", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal);

    private static string Text(string results)
    {
        try
        {
            return new FileInfo(results).Length <= MostBytes
                ? File.ReadAllText(results)
                : throw new UserMistakeException($"{Quoted.Path(results)} is larger than any run writes it: start a new run.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{Quoted.Path(results)} could not be read: {cause.Message}");
        }
    }

    private static Stored Read(string text, string path)
    {
        Stored? read = null;
        try
        {
            read = JsonSerializer.Deserialize<Stored>(text, RunManifest.Format);
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
        }

        return read is
        {
            Schema: RunManifest.CurrentSchema, Project: not null, Command: not null, Measurements: not null,
            Environment: not null
        } && read.Measurements.All(one => one is { Id: not null })
            ? read
            : throw new UserMistakeException($"{Quoted.Path(path)} is damaged or of another version: start a new run.");
    }

    private sealed record Stored(
        int Schema, string Project, RunStatus Status, DateTime StartedAt, double Seconds, int Seed, string Command, DataDescription? Data,
        IReadOnlyDictionary<string, JsonElement> Environment, IReadOnlyList<Measurement> Measurements,
        IReadOnlyList<string>? Artifacts, IReadOnlyDictionary<string, string>? Sha256, IReadOnlyDictionary<string, JsonElement>? Options);
}
