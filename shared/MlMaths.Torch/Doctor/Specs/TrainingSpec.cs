using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Any training as data: rows, net, loss, rule, loop, and the slips in the code around them. Every field has a default, so
/// that <c>{}</c> is a training.
/// </summary>
public sealed record TrainingSpec
{
    private const string About = "A training of a dense net. Every field has a default.";
    private const string AboutSchema = "Where this schema lies, for editors; it changes nothing.";

    private static readonly JsonSerializerOptions AsFields = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    private TrainingSpec(SpecReader reader)
    {
        _ = reader.ReadReferenceOrNull("$schema", FieldKind.Text, AboutSchema);
        Data = reader.ReadObject("data", "Which rows, and what is done to them.", DataSpec.Read);
        Net = reader.ReadObject("net", "The net.", NetSpec.Read);
        Loss = reader.ReadObject("loss", "What training makes small.", LossSpec.Read);
        Rule = reader.ReadObject("rule", "How weights follow the gradient.", RuleSpec.Read);
        Training = reader.ReadObject("training", "How rows come, and for how long.", LoopSpec.Read);
        Slips = reader.ReadObject("slips", "Mistakes in the code around the training, made on purpose.", SlipSpec.Read);
    }

    internal DataSpec Data { get; init; }

    internal NetSpec Net { get; init; }

    internal LossSpec Loss { get; init; }

    internal RuleSpec Rule { get; init; }

    internal LoopSpec Training { get; init; }

    internal SlipSpec Slips { get; init; }

    /// <summary>Every field with its value, as JSON.</summary>
    public JsonObject Whole => new()
    {
        ["data"] = Fields(Data),
        ["net"] = Fields(Net),
        ["loss"] = Fields(Loss),
        ["rule"] = Fields(Rule),
        ["training"] = Fields(Training),
        ["slips"] = Fields(Slips),
    };

    /// <summary>Folder that the path of a file begins at; empty for the current one.</summary>
    internal string Home { get; init; } = "";

    /// <summary>η as the spec has it, or as its rule usually has it.</summary>
    public double LearningRate => Rule.UsedLearningRate;

    /// <summary>The same training with some fields changed.</summary>
    /// <exception cref="UserMistakeException">A sentence for each field that may not have its new value.</exception>
    public TrainingSpec With(IEnumerable<SpecChange> changes)
    {
        JsonObject whole = Whole;
        foreach (SpecChange change in changes)
            whole[change.Part]![change.Field] = change.Value?.DeepClone();
        List<string> mistakes = [];
        return Checked(new TrainingSpec(new SpecReader(JsonSerializer.SerializeToElement(whole), "", mistakes)) { Home = Home }, mistakes);
    }

    /// <summary>What came of the fields that were left out: the loss, the outputs and the learning rate, in a sentence.</summary>
    public string Resolved(SpecData data)
    {
        LossKind kind = SpecShapes.KindOf(this, data.Classes?.Count);
        string name = kind switch
        {
            LossKind.CrossEntropy => "cross-entropy",
            LossKind.Binary => "binary cross-entropy",
            LossKind.Squared => "squared error",
            LossKind.Absolute => "absolute error",
        };
        string loss = kind is LossKind.CrossEntropy or LossKind.Binary
            ? $"{name} of {FieldKind.Word(SpecLoss.Of(this, data.Classes?.Count).AppliedTo)}"
            : name;
        return $"The loss is {loss}, from {Counted.Of(data.Outputs, "output")}; the rule is {FieldKind.Word(Rule.Kind)} with a learning "
            + $"rate of {NumberText.Of(Rule.UsedLearningRate)}.";
    }

    /// <summary>A JSON schema (draft 2020-12) of a spec: fields, ranges, defaults.</summary>
    public static JsonObject Schema()
    {
        SpecReader reader = new(null, "", []);
        _ = new TrainingSpec(reader);
        JsonObject schema = reader.Schema(About);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    /// <summary>Reads a spec from a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="home">Where the CSV that it names is looked for; null: beside the file.</param>
    /// <exception cref="UserMistakeException">A sentence for each mistake.</exception>
    public static TrainingSpec Read(string file, string? home = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserMistakeException($"The spec {Quoted.Path(file)} could not be read: is it there, and may you read it?", cause);
        }

        return Parse(text, file) with { Home = home ?? Path.GetDirectoryName(file) ?? "" };
    }

    /// <summary>Reads a spec from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What a sentence calls it.</param>
    /// <exception cref="UserMistakeException">A sentence for each mistake.</exception>
    public static TrainingSpec Parse(string json, string name = "spec.json")
    {
        List<string> mistakes = [];
        if (string.IsNullOrWhiteSpace(json))
        {
            throw new UserMistakeException(
                $"The spec {Quoted.Path(name)} is empty: write {{}} into it for a training of which every field has its default.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            SpecReader reader = new(document.RootElement, "", mistakes);
            TrainingSpec spec = new(reader);
            reader.RefuseUnknown();
            return Checked(spec, mistakes);
        }
        catch (JsonException broken)
        {
            throw new UserMistakeException(
                $"The spec {Quoted.Path(name)} is not JSON from line {broken.LineNumber + 1} on: look there for a comma, "
                + "quote or brace that is missing, or one too many.", broken);
        }
    }

    private static TrainingSpec Checked(TrainingSpec spec, List<string> mistakes)
    {
        if (mistakes.Count == 0) mistakes.AddRange(SpecConflicts.In(spec));
        return mistakes.Count == 0 ? spec : throw new UserMistakeException(string.Join('\n', mistakes));
    }

    private static JsonNode? Fields<T>(T part) => JsonSerializer.SerializeToNode(part, AsFields);
}
