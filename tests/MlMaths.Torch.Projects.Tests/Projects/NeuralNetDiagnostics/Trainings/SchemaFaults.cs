using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// What a JSON schema has against a document, place by place: the keywords of draft 2020-12 that the schema of a spec uses, as the
/// draft defines them. Another keyword is no fault of the document, and throws.
/// </summary>
internal static class SchemaFaults
{
    public static IEnumerable<string> Of(JsonElement document, JsonElement schema, string place = "spec")
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (!Allows(document, schema, keyword))
                yield return $"{place}: {keyword.Name} {keyword.Value.GetRawText()}";
        }

        if (document.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out JsonElement known))
        {
            foreach (JsonProperty field in document.EnumerateObject().Where(field => known.TryGetProperty(field.Name, out _)))
            {
                foreach (string fault in Of(field.Value, known.GetProperty(field.Name), $"{place}.{field.Name}"))
                    yield return fault;
            }
        }

        if (document.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement each))
        {
            foreach (string fault in document.EnumerateArray().SelectMany((item, i) => Of(item, each, $"{place}[{i}]")))
                yield return fault;
        }
    }

    private static bool Allows(JsonElement document, JsonElement schema, JsonProperty keyword) => keyword.Name switch
    {
        "$schema" or "description" or "default" or "properties" or "items" => true,
        "type" => Words(keyword.Value).Any(type => Is(document, type)),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, document)),
        "minimum" => !IsNumber(document, out double number) || number >= keyword.Value.GetDouble(),
        "maximum" => !IsNumber(document, out double number) || number <= keyword.Value.GetDouble(),
        "exclusiveMinimum" => !IsNumber(document, out double number) || number > keyword.Value.GetDouble(),
        "exclusiveMaximum" => !IsNumber(document, out double number) || number < keyword.Value.GetDouble(),
        "maxItems" => document.ValueKind != JsonValueKind.Array || document.GetArrayLength() <= keyword.Value.GetInt32(),
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => document.ValueKind != JsonValueKind.Object
            || document.EnumerateObject().All(field => schema.GetProperty("properties").TryGetProperty(field.Name, out _)),
        _ => throw new NotSupportedException($"The keyword '{keyword.Name}' is not known here."),
    };

    private static bool Is(JsonElement document, string type) => type switch
    {
        "object" => document.ValueKind == JsonValueKind.Object,
        "array" => document.ValueKind == JsonValueKind.Array,
        "string" => document.ValueKind == JsonValueKind.String,
        "boolean" => document.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => document.ValueKind == JsonValueKind.Null,
        "number" => IsNumber(document, out _),
        "integer" => IsNumber(document, out double number) && double.IsInteger(number),
        _ => throw new NotSupportedException($"The type '{type}' is not known here."),
    };

    private static bool IsNumber(JsonElement document, out double number)
    {
        number = double.NaN;
        return document.ValueKind == JsonValueKind.Number && document.TryGetDouble(out number);
    }

    private static IEnumerable<string> Words(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];
}
