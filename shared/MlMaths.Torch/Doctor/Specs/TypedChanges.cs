using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Fields and values as a person types them, for a spec that has them already:
///
/// <code>
/// rule.learning_rate 0.01, net.hidden [64, 32]
/// rule.learning_rate=0.01 data.scaling=standard
/// {"rule": {"learning_rate": 0.01}}
/// learning_rate default                              any field without its part, where only one part has it
/// </code>
///
/// <c>default</c> is what a field has where nothing is said of it; <c>null</c> leaves out a field that may be left out.
/// </summary>
public static partial class TypedChanges
{
    private const string AsUsual = "default", Example = "rule.learning_rate 0.01";
    private const int Longest = 2000;

    /// <summary>The changes, in their order.</summary>
    /// <param name="typed">What was typed.</param>
    /// <exception cref="UserMistakeException">It names no field, or one that there is not.</exception>
    public static IReadOnlyList<SpecChange> Read(string typed)
    {
        JsonObject usual = TrainingSpec.Parse("{}").Whole;
        string text = HarmlessText.Line(typed).Trim(); // half a letter is no text that JSON could hold
        if (text.Length > Longest) throw new UserMistakeException("A change is a few fields with their values, and this is longer.");
        List<SpecChange> changes = [.. text.StartsWith('{') ? OfJson(text, usual) : OfPairs(text, usual)];
        if (changes.Count == 0) throw new UserMistakeException($"Type a field and its new value, for instance {Example}.");
        if (changes.GroupBy(change => change.Path).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UserMistakeException($"{twice.Key} is changed twice: leave one of the two out.");
        return changes;
    }

    private static IEnumerable<SpecChange> OfPairs(string text, JsonObject usual)
    {
        string rest = text;
        while (rest.Length > 0)
        {
            if (Pair().Match(rest) is not { Success: true } pair)
            {
                throw new UserMistakeException(
                    $"{Quoted.Value(rest)} is no field with its value: type for instance {Example}, several with commas between them.");
            }

            (string part, string field) = Known(pair.Groups["field"].Value, usual);
            yield return new(part, field, Value(pair.Groups["value"].Value, usual[part]![field]));
            rest = rest[pair.Length..];
        }
    }

    private static IEnumerable<SpecChange> OfJson(string text, JsonObject usual)
    {
        JsonObject given;
        try
        {
            given = JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 8 })!.AsObject();
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new UserMistakeException(
                "This is no JSON: type for instance {\"rule\": {\"learning_rate\": 0.01}}, or rule.learning_rate 0.01.", broken);
        }

        foreach ((string name, JsonNode? value) in given)
        {
            if (value is JsonObject fields && usual.ContainsKey(name))
            {
                foreach ((string inner, JsonNode? one) in fields)
                    yield return Change($"{name}.{inner}", one);
            }
            else
            {
                yield return Change(name, value);
            }
        }

        SpecChange Change(string name, JsonNode? value)
        {
            (string part, string field) = Known(name, usual);
            return new(part, field, value?.DeepClone());
        }
    }

    /// <summary>Part and field of a name, which may be the end of one: <c>rate</c> for <c>learning_rate</c>.</summary>
    private static (string Part, string Field) Known(string name, JsonObject usual)
    {
        (string Part, string Field)[] all =
            [.. usual.SelectMany(part => part.Value!.AsObject().Select(field => (part.Key, field.Key)))];
        string[] words = name.Split('.');
        string? part = words.Length == 2 ? words[0] : null;
        if (words.Length > 2 || (part is not null && !usual.ContainsKey(part)))
        {
            string parts = string.Join(", ", usual.Select(one => one.Key));
            throw new UserMistakeException(
                $"{Quoted.Value(name)} is no field: a field is a part ({parts}), a dot and a name, as in {Example}.");
        }

        (string Part, string Field)[] inside = [.. all.Where(one => part is null || one.Part == part)];
        (string Part, string Field)[] meant = [.. inside.Where(one => one.Field == words[^1])];
        if (meant.Length == 0) meant = [.. inside.Where(one => one.Field.EndsWith($"_{words[^1]}", StringComparison.Ordinal))];
        return meant switch
        {
            [var one] => one,
            [] => throw new UserMistakeException($"There is no field {Quoted.Value(name)}: {Near(words[^1], inside, part)}"),
            _ => throw new UserMistakeException(
                $"{Quoted.Value(name)} may be {string.Join(" or ", meant.Select(one => $"{one.Part}.{one.Field}"))}: type one of them."),
        };
    }

    private static string Near(string typed, (string Part, string Field)[] fields, string? part) =>
        NearestName.Of(typed, fields.Select(one => one.Field)) is { } near
            ? $"did you mean {fields.First(one => one.Field == near).Part}.{near}?"
            : part is null ? $"type a part and a name, as in {Example}."
            : $"{part} has {string.Join(", ", fields.Select(one => one.Field))}.";

    // A bare word is a text; one number for a list is a list of one.
    private static JsonNode? Value(string typed, JsonNode? usual)
    {
        if (typed == AsUsual) return usual?.DeepClone();
        JsonNode? value;
        try
        {
            value = JsonNode.Parse(typed);
        }
        catch (JsonException)
        {
            value = JsonValue.Create(typed);
        }

        return usual is JsonArray && value is JsonValue ? new JsonArray(value) : value;
    }

    [GeneratedRegex("""
        ^(?:set\s+)?(?<field>[a-z_0-9.]+)(?:\s+to\s+|\s*[=:]\s*|\s+)
        (?<value>(?>\[[^\]]*\]|"[^"]*"|[^\s,;\[\]"]+))(?:\s*,?\s*and\s+|\s*[,;]\s*|\s*$|\s+)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pair();
}
