using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>The printed schema takes what the reader takes, and refuses what it refuses.</summary>
public sealed class SchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static string Folder => Path.Combine(Repository.Folder, "projects", "NeuralNetDiagnostics", "Trainings", "Specs");

    public static TheoryData<string> Examples { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_valid(string file)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Empty(Mistakes(text));
        Assert.Empty(Mistakes(TrainingSpec.Parse(text).Whole.ToJsonString()));
    }

    [Fact]
    public void Every_default_is_valid() => Assert.Empty(Mistakes(TrainingSpec.Parse("{}").Whole.ToJsonString()));

    [Theory]
    [InlineData("""{ "$schema": "schema.json" }""", true)]
    [InlineData("""{ "data": { "noise": null, "target_kind": null, "columns": ["a"] }, "rule": { "clip": null } }""", true)]
    [InlineData("""{ "net": { "outputs": null }, "loss": { "kind": null, "applied_to": "logits" } }""", true)]
    [InlineData("""{ "net": { "hidden": null } }""", false)]
    [InlineData("""{ "training": null }""", false)]
    [InlineData("""{ "training": { "batch": null } }""", false)]
    [InlineData("""{ "training": { "batch": 0 } }""", false)]
    [InlineData("""{ "training": { "batch": 2.5 } }""", false)]
    [InlineData("""{ "net": { "dropout": 1 } }""", false)]
    [InlineData("""{ "net": { "width": 3 } }""", false)]
    [InlineData("""{ "net": { "activation": "rellu" } }""", false)]
    [InlineData("""{ "rule": { "learning_rate": 0 } }""", false)]
    [InlineData("""{ "slips": { "frozen_layers": [0] } }""", false)]
    [InlineData("""{ "data": { "columns": "a" } }""", false)]
    public void The_schema_and_the_reader_agree(string json, bool isValid)
    {
        Assert.Equal(isValid, !Mistakes(json).Any());
        Exception? refused = Record.Exception(() => TrainingSpec.Parse(json));
        Assert.Equal(isValid, refused is null);
    }

    private static IEnumerable<string> Mistakes(string json) =>
        Mistakes(JsonNode.Parse(json, documentOptions: Lenient), TrainingSpec.Schema(), "spec");

    /// <summary>The few words of JSON schema that a spec's has.</summary>
    private static IEnumerable<string> Mistakes(JsonNode? value, JsonObject schema, string path)
    {
        if (schema["type"] is { } type)
        {
            string[] types = type is JsonArray several ? [.. several.Select(one => one!.GetValue<string>())] : [type.GetValue<string>()];
            if (!types.Any(one => IsOf(value, one))) yield return $"{path} is no {string.Join(" or ", types)}";
        }

        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value))) yield return $"{path} is no choice";
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && IsOutside(Number(number), schema))
            yield return $"{path} is out of range";
        IEnumerable<string> inner = value switch
        {
            JsonArray items => items.Count > Number(schema["maxItems"]!) ? [$"{path} is too long"]
                : items.SelectMany((item, place) => Mistakes(item, schema["items"]!.AsObject(), $"{path}[{place}]")),
            JsonObject fields => fields.SelectMany(field => schema["properties"]![field.Key] is JsonObject known
                ? Mistakes(field.Value, known, $"{path}.{field.Key}")
                : [$"{path} has no {field.Key}"]),
            _ => [],
        };
        foreach (string mistake in inner) yield return mistake;
    }

    private static bool IsOf(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && double.IsInteger(Number(value)),
        _ => throw new NotSupportedException(type),
    };

    private static bool IsOutside(double number, JsonObject schema) =>
        (schema["minimum"] is { } least && number < Number(least)) || (schema["maximum"] is { } most && number > Number(most))
        || (schema["exclusiveMinimum"] is { } above && number <= Number(above))
        || (schema["exclusiveMaximum"] is { } below && number >= Number(below));

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
}
