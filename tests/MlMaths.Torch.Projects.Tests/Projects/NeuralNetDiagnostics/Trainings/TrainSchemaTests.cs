using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>mlmaths train --schema</c> prints, used as an editor does: it allows what can be trained, and nothing else.</summary>
public sealed class TrainSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Lazy<JsonElement> Printed = new(() =>
    {
        Typed answer = PortfolioRunOf.Answer("train", "--schema");
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        return JsonElement.Parse(answer.Output);
    });

    public static TheoryData<string> Examples { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    private static string Folder => Path.Combine(Repository.Folder, "projects", "NeuralNetDiagnostics", "Trainings", "Specs");

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "hidden": [] }, "training": { "epochs": 1 } }""", true)]
    [InlineData("""{ "data": { "columns": null, "target_kind": null }, "rule": { "learning_rate": null } }""", true)]
    [InlineData("""{ "rule": { "kind": "adamw", "schedule": "one_cycle", "learning_rate": 1e-6 } }""", true)]
    [InlineData("""{ "slips": { "frozen_layers": [1] }, "net": { "bias": false, "dropout": 0.999 } }""", true)]
    [InlineData("""{ "$schema": "schema.json" }""", true)]
    [InlineData("""{ "net": { "outputs": null }, "loss": { "kind": null, "applied_to": "logits" } }""", true)]
    [InlineData("""{ "net": { "hidden": null } }""", false)]
    [InlineData("""{ "training": null }""", false)]
    [InlineData("""{ "slips": { "frozen_layers": [0] } }""", false)]
    [InlineData("""{ "epochs": 3 }""", false)]
    [InlineData("""{ "data": 3 }""", false)]
    [InlineData("""{ "data": { "sett": "iris" } }""", false)]
    [InlineData("""{ "data": { "columns": ["a", 3] } }""", false)]
    [InlineData("""{ "data": { "target_kind": "numbers" } }""", false)]
    [InlineData("""{ "net": { "hidden": 16 } }""", false)]
    [InlineData("""{ "net": { "hidden": [16, 0] } }""", false)]
    [InlineData("""{ "net": { "bias": "yes" } }""", false)]
    [InlineData("""{ "net": { "dropout": 1 } }""", false)]
    [InlineData("""{ "rule": { "learning_rate": 0 } }""", false)]
    [InlineData("""{ "rule": { "kind": "Adam" } }""", false)]
    [InlineData("""{ "training": { "epochs": 2.5 } }""", false)]
    public void A_spec_is_allowed_by_the_schema_where_it_can_be_trained(string json, bool isAllowed)
    {
        Assert.Equal(isAllowed, !SchemaFaults.Of(JsonElement.Parse(json), Printed.Value).Any());
        Assert.Equal(isAllowed, Refusal(json) is null);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_allowed(string file)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Empty(SchemaFaults.Of(JsonElement.Parse(text, Lenient), Printed.Value));
        Assert.Empty(SchemaFaults.Of(JsonElement.Parse(TrainingSpec.Parse(text).Whole.ToJsonString()), Printed.Value));
    }

    [Fact]
    public void The_spec_that_a_run_leaves_is_allowed_with_all_its_fields()
    {
        JsonObject whole = TrainingSpec.Parse("{}").Whole;
        Assert.InRange(whole.Sum(part => part.Value!.AsObject().Count), 40, 200);
        Assert.Empty(SchemaFaults.Of(JsonElement.Parse(whole.ToJsonString()), Printed.Value));
    }

    /// <summary>Each field in turn, with values at, within and beyond its limits and of other types.</summary>
    [Fact]
    public void Schema_and_reader_agree_about_each_value_of_each_field()
    {
        int allowed = 0, refused = 0;
        foreach (JsonProperty part in Printed.Value.GetProperty("properties").EnumerateObject())
        {
            if (!part.Value.TryGetProperty("properties", out JsonElement fields)) continue;
            foreach (JsonProperty field in fields.EnumerateObject())
            {
                foreach (string value in Values(field.Value))
                {
                    string json = $$"""{ "{{part.Name}}": { "{{field.Name}}": {{value}} } }""";
                    bool isAllowed = !SchemaFaults.Of(JsonElement.Parse(json), Printed.Value).Any();
                    // What two fields have against each other is not for a schema to say.
                    bool isRead = !(Refusal(json) is { } why
                        && why.StartsWith($"{part.Name}.{field.Name} is '", StringComparison.Ordinal)
                        && why.Contains("', and may be ", StringComparison.Ordinal));
                    Assert.True(isAllowed == isRead, $"{json}: the schema {(isAllowed ? "allows" : "refuses")} it, and train does not.");
                    _ = isAllowed ? allowed++ : refused++;
                }
            }
        }

        Assert.InRange(allowed, 150, 1000);
        Assert.InRange(refused, 200, 1000);
    }

    private static IEnumerable<string> Values(JsonElement field)
    {
        List<string> values = ["null", "true", "\"no such word\"", "[]", "{}", "0.5", "-1", "2", "2.0"];
        if (field.TryGetProperty("enum", out JsonElement words))
            values.AddRange(words.EnumerateArray().Select(word => word.GetRawText()));
        values.AddRange(AroundLimits(field));
        if (field.TryGetProperty("items", out JsonElement items))
            values.AddRange(AroundLimits(items).Select(number => $"[{number}]"));
        values.AddRange(new[] { 64, 65 }.SelectMany(count => new[] { "1", "\"a\"" }
            .Select(item => $"[{string.Join(',', Enumerable.Repeat(item, count))}]")));
        return values.Distinct();
    }

    private static IEnumerable<string> AroundLimits(JsonElement schema) => schema.EnumerateObject()
        .Where(keyword => keyword.Name is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum")
        .Select(limit => limit.Value.GetDouble())
        .SelectMany(limit => new[] { limit - 1, limit, limit + 1 }).Select(number => JsonSerializer.Serialize(number));

    private static string? Refusal(string json)
    {
        try
        {
            TrainingSpec.Parse(json);
            return null;
        }
        catch (UserMistakeException mistake)
        {
            return mistake.Message;
        }
    }
}
