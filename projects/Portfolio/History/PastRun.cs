using System.Text.Json;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.History;

/// <summary>A run as its manifest tells of it, whether it ended well or not.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Verb">The command, such as <c>logistic</c>.</param>
/// <param name="StartedAt">In UTC.</param>
/// <param name="Seed">Of every random choice.</param>
/// <param name="Command">Repeats it.</param>
internal sealed record PastRun(string Folder, string Verb, DateTime StartedAt, int Seed, string Command)
{
    private const string Manifest = "results.json";

    private const long MostBytes = 16 << 20;

    private static readonly string[] NoChange = ["out", "quiet", "verbose", "resume", "seed", "progress"];

    /// <summary>completed, cancelled or failed.</summary>
    public required string Status { get; init; }

    /// <summary>By name, as text; how a run speaks is left out, and where it writes.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The fields of a training that stands in a file, such as <c>rule.learning_rate</c>; empty for other commands.</summary>
    public required IReadOnlyDictionary<string, string> Spec { get; init; }

    /// <summary>Name and SHA-256 of the data; null where all was drawn by the seed.</summary>
    public required (string Name, string Sha256)? Data { get; init; }

    /// <summary>Which version of the program, and of what computes.</summary>
    public required IReadOnlyDictionary<string, string> Version { get; init; }

    /// <summary>What it measured; null where it did not end well.</summary>
    public FinishedRun? Finished { get; init; }

    public bool IsCompleted => Finished is not null;

    /// <summary>Last part of the path.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder));

    /// <summary>The number that this command's runs are looked at for first; null where there is none.</summary>
    public Measurement? Headline => Finished is { } run ? HeadlineOf.Run(run) : null;

    /// <summary>Reads a folder.</summary>
    /// <exception cref="UserMistakeException">It is no run of this version.</exception>
    public static PastRun Open(string folder)
    {
        string path = Path.Combine(folder, Manifest);
        if (!File.Exists(path))
            throw new UserMistakeException($"{Quoted.Path(folder)} has no {Manifest}: that run was never brought to an end.");
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw new JsonException();
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return Read(folder, document.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
            or IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{Quoted.Path(path)} is damaged or of another version.", cause);
        }
    }

    private static PastRun Read(string folder, JsonElement root)
    {
        const int OurSchema = 2;
        if (root.GetProperty("schema").GetInt32() != OurSchema) throw new JsonException();
        string status = root.GetProperty("status").GetString()!, command = root.GetProperty("command").GetString()!;
        return new(
            folder, RepeatedCommand.VerbOf(command) ?? root.GetProperty("project").GetString()!,
            root.GetProperty("started_at").GetDateTime(), root.GetProperty("seed").GetInt32(), command)
        {
            Status = status,
            Options = Texts(root, "options", key => !NoChange.Contains(key)),
            Spec = SpecIn(Path.Combine(folder, "spec.json")),
            Data = root.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
                ? (data.GetProperty("name").GetString()!, data.GetProperty("sha256").GetString()!)
                : null,
            Version = Texts(root, "environment", key => key is "git_commit" or "torchsharp" or "libtorch" or "dotnet"),
            Finished = status == "completed" ? FinishedRun.Open(folder) : null,
        };
    }

    private static Dictionary<string, string> SpecIn(string path)
    {
        if (!File.Exists(path)) return [];
        if (new FileInfo(path).Length > MostBytes) throw new JsonException();
        using var spec = JsonDocument.Parse(File.ReadAllText(path));
        return Leaves(spec.RootElement, "").DistinctBy(field => field.Name).ToDictionary();

        static IEnumerable<(string Name, string Value)> Leaves(JsonElement element, string at) => element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(field => Leaves(field.Value, at.Length == 0 ? field.Name : $"{at}.{field.Name}"))
            : [(at, element.ValueKind == JsonValueKind.Null ? "" : $"{element}")];
    }

    private static Dictionary<string, string> Texts(JsonElement root, string name, Func<string, bool> isMeant) =>
        root.TryGetProperty(name, out JsonElement fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject().Where(field => isMeant(field.Name)).DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name, field => field.Value.ValueKind == JsonValueKind.Null ? "" : $"{field.Value}")
            : [];
}
