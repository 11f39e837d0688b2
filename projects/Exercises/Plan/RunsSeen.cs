using System.Text.Json;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>A finished run, as its folder tells of it.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Project">Which program.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Measurements">What it measured.</param>
internal sealed record SeenRun(string Folder, string Project, DateTimeOffset StartedAt, IReadOnlyList<SeenMeasurement> Measurements)
{
    /// <summary>Its figures as SVG, in the order of its report.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>Repeats it; as the folder has it.</summary>
    public required string Command { get; init; }
}

/// <summary>A number of a run, with its interval where it has one.</summary>
internal sealed record SeenMeasurement(string Id, string Label, double? Value, double? Low, double? High, string? Unit);

/// <summary>The finished runs of a folder. Whatever else lies there is passed over: it may be anybody's.</summary>
internal static class RunsSeen
{
    private const long MostBytes = 16 << 20;

    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Latest first.</summary>
    public static IReadOnlyList<SeenRun> In(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(run => Path.GetFileName(run) != "sample").Select(Read).OfType<SeenRun>()
                .OrderByDescending(run => run.StartedAt)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static SeenRun? Read(string folder)
    {
        string file = Path.Combine(folder, "results.json");
        try
        {
            if (!File.Exists(file) || new FileInfo(file).Length > MostBytes) return null;
            Written? written = JsonSerializer.Deserialize<Written>(File.ReadAllText(file), Names);
            return written is { Project: { } project, Status: "completed" }
                ? new(folder, project, written.StartedAt, written.Measurements ?? [])
                {
                    Command = written.Command ?? "",
                    Figures = [.. (written.Artifacts ?? []).Where(IsFigure).Select(name => Path.Combine(folder, name)).Where(File.Exists)],
                }
                : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // A name that leads out of the folder is none of a run's.
    private static bool IsFigure(string name) => name.StartsWith("figures/", StringComparison.Ordinal)
        && name.EndsWith(".svg", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal);

    private sealed record Written(
        string? Project, string? Status, string? Command, DateTimeOffset StartedAt, IReadOnlyList<SeenMeasurement>? Measurements,
        IReadOnlyList<string>? Artifacts);
}
