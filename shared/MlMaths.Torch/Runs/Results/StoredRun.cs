using System.Security.Cryptography;
using System.Text.Json;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Runs;

/// <summary>A completed run, read again: which project, its model, and how its rows were prepared.</summary>
public sealed class StoredRun
{
    private StoredRun(string folder, string project, string? target, string? positive, JsonElement model, StoredPreparation? preparation) =>
        (Folder, Project, Target, Positive, Model, Preparation) = (folder, project, target, positive, model, preparation);

    /// <summary>Path of the folder.</summary>
    public string Folder { get; }

    /// <summary>The project's name: <c>logistic-regression</c>.</summary>
    public string Project { get; }

    /// <summary>What was predicted; null where the run had no target.</summary>
    public string? Target { get; }

    /// <summary>The value of the target that a probability speaks of; null where there is none.</summary>
    public string? Positive { get; }

    /// <summary>What <c>model.json</c> says.</summary>
    public JsonElement Model { get; }

    /// <summary>How columns become features; null where the table was numbers from the start.</summary>
    public StoredPreparation? Preparation { get; }

    /// <summary>Columns that named or numbered the rows of the training file; none where the table was numbers from the start.</summary>
    public IReadOnlyList<string> Identifiers { get; private init; } = [];

    /// <summary>Opens a run folder.</summary>
    /// <exception cref="UserMistakeException">It is none, is not complete, or has no model; or a file was changed.</exception>
    public static StoredRun Open(string folder)
    {
        string given = $"--run is {Quoted.Path(folder)}";
        string results = Path.Combine(folder, "results.json");
        if (!File.Exists(results))
        {
            throw new UserMistakeException(
                $"{given}, which is no folder of a completed run, as it has no results.json: name one, such as "
                    + $"runs/20260102-030405-logistic-regression-7.");
        }

        try
        {
            JsonElement run = Parsed(File.ReadAllBytes(results));
            string project = run.GetProperty("project").GetString()!, status = run.GetProperty("status").GetString()!;
            if (status != "completed")
                throw new UserMistakeException($"{given}, and that run is {status}: only a completed one has a model.");
            JsonElement data = run.GetProperty("data");
            JsonElement model = ModelOf(run, folder, given);
            JsonElement? preparation = PreparationIn(folder);
            var stored = preparation is { } kept ? Restored(kept) : null;
            return new(folder, project, Text(data, "target"), Text(data, "positive"), model, stored)
            {
                Identifiers = preparation is { } columns ? NamesOfRows(columns) : [],
            };
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException or IOException
            or UnauthorizedAccessException or FormatException)
        {
            throw new UserMistakeException($"{given}, whose files cannot be read ({cause.Message.TrimEnd('.')}): run the project again.",
                cause);
        }
    }

    private static JsonElement ModelOf(JsonElement run, string folder, string given)
    {
        if (!run.TryGetProperty("model", out JsonElement model) || model.ValueKind != JsonValueKind.Object)
        {
            throw new UserMistakeException(
                $"{given}, and that run has no model: mlmaths logistic, regression, net and decision leave one.");
        }

        string file = Path.Combine(folder, ModelFile.Name);
        if (!File.Exists(file))
            throw new UserMistakeException($"{given}, and its {ModelFile.Name} is gone: run the project again.");
        byte[] bytes = File.ReadAllBytes(file);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == Text(model, "sha256")
            ? Parsed(bytes)
            : throw new UserMistakeException(
                $"{given}, and its {ModelFile.Name} is not the one that was measured (its SHA-256 differs): run the project again.");
    }

    private static JsonElement? PreparationIn(string folder)
    {
        string file = Path.Combine(folder, "preparation.json");
        if (!File.Exists(file)) return null;
        JsonElement preparation = Parsed(File.ReadAllBytes(file));
        if (!preparation.TryGetProperty("missing_values", out _))
        {
            throw new UserMistakeException($"{Quoted.Path(file)} was written by an older version, and lacks what was learnt: run the "
                + $"project again.");
        }
        return preparation;
    }

    private static StoredPreparation Restored(JsonElement preparation) =>
        new(
            [.. preparation.GetProperty("columns").EnumerateArray().Select(column => (
                column.GetProperty("name").GetString()!,
                column.GetProperty("learnt").Deserialize<LearntColumn>(RunManifest.Format)!))],
            [.. preparation.GetProperty("missing_values").EnumerateArray()
                .Select(one => (one.GetProperty("column").GetString()!, one.GetProperty("value").GetString()!))]);

    private static string[] NamesOfRows(JsonElement preparation) =>
        [.. preparation.GetProperty("columns").EnumerateArray().Where(column => Text(column, "taken_as") == "identifier")
            .Select(column => column.GetProperty("name").GetString()!)];

    private static JsonElement Parsed(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
