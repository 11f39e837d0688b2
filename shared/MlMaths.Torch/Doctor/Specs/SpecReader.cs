using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Reads one object of a spec field by field. What it was asked for is the schema: a field is declared once. Mistakes are collected, so
/// that all are told together.
/// </summary>
internal sealed class SpecReader
{
    private readonly JsonElement? _given;
    private readonly string _path;
    private readonly List<string> _mistakes;
    private readonly JsonObject _properties = [];

    /// <param name="given">The object; null where there is none, and every field has its default.</param>
    /// <param name="path">Its place in the spec, empty for the whole.</param>
    /// <param name="mistakes">Where sentences go.</param>
    public SpecReader(JsonElement? given, string path, List<string> mistakes)
    {
        (_path, _mistakes) = (path, mistakes);
        if (given is { ValueKind: JsonValueKind.Object })
            _given = given;
        else if (given is { } other)
            _mistakes.Add($"{(path.Length > 0 ? path : "The spec")} is {Shown(other)}, and must be an object in braces: {{ … }}.");
    }

    /// <summary>A schema of what was asked for.</summary>
    public JsonObject Schema(string about) => new()
    {
        ["type"] = "object",
        ["description"] = about,
        ["additionalProperties"] = false,
        ["properties"] = _properties.DeepClone(),
    };

    /// <summary>One field; its default where it is absent or a mistake.</summary>
    public T Read<T>(string name, FieldKind<T> kind, T absent, string about) =>
        Given(name, kind, about, kind.Written(absent)) is { } given ? given.Value : absent;

    /// <summary>A field whose default depends on others: null where it is absent, null or a mistake.</summary>
    public T? ReadOrNull<T>(string name, FieldKind<T> kind, string about)
        where T : struct => Given(name, kind, about, null)?.Value;

    /// <summary>A text or a list that may be missing, or null.</summary>
    public T? ReadReferenceOrNull<T>(string name, FieldKind<T> kind, string about)
        where T : class => Given(name, kind, about, null)?.Value;

    /// <summary>An object inside this one.</summary>
    public T ReadObject<T>(string name, string about, Func<SpecReader, T> read)
    {
        SpecReader inner = new(Cell(name), PathOf(name), _mistakes);
        T value = read(inner);
        inner.RefuseUnknown();
        _properties[name] = inner.Schema(about);
        return value;
    }

    /// <summary>Names that nobody asked for are typing mistakes: a field that is silently ignored would be worse.</summary>
    public void RefuseUnknown()
    {
        if (_given is not { } given) return;
        HashSet<string> seen = [];
        string[] known = [.. _properties.Select(property => property.Key)];
        foreach (JsonProperty property in given.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                _mistakes.Add($"{PathOf(property.Name)} stands there twice: leave one of them out.");
            else if (!known.Contains(property.Name))
                _mistakes.Add($"{Place} has no field {Quoted.Value(property.Name)}: {Meant(property.Name, known)}");
        }
    }

    private static string Meant(string name, string[] known) => NearestName.Of(name, known) is { } near
        ? $"did you mean {Quoted.Value(near)}?"
        : $"it may have {string.Join(", ", known)}.";

    private Boxed<T>? Given<T>(string name, FieldKind<T> kind, string about, JsonNode? absent)
    {
        _properties[name] = SchemaOf(kind, about, absent);
        if (Cell(name) is not { } cell || (absent is null && cell.ValueKind == JsonValueKind.Null))
            return null;
        if (kind.Read(cell) is { } read)
            return read;
        _mistakes.Add($"{PathOf(name)} is {Shown(cell)}, and may be {kind.MayBe}: for instance {kind.Example}.");
        return null;
    }

    /// <summary>A field without a default of its own may be null: so the file that a run leaves has it.</summary>
    private static JsonObject SchemaOf<T>(FieldKind<T> kind, string about, JsonNode? absent)
    {
        JsonObject schema = kind.Schema();
        if (absent is null)
        {
            if (schema["enum"] is JsonArray words) words.Add(null);
            if (schema["type"] is { } type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        }

        schema["description"] = about;
        schema["default"] = absent;
        return schema;
    }

    private string Place => _path.Length > 0 ? _path : "The spec";

    private string PathOf(string name) => _path.Length > 0 ? $"{_path}.{HarmlessText.Line(name)}" : HarmlessText.Line(name);

    private JsonElement? Cell(string name) => _given is { } given && given.TryGetProperty(name, out JsonElement cell) ? cell : null;

    private static string Shown(JsonElement cell) => Quoted.Value(cell.ValueKind == JsonValueKind.String
        ? cell.GetString()!
        : cell.GetRawText());
}
