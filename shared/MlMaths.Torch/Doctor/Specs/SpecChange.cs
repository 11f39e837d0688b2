using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>One field with another value.</summary>
/// <param name="Part">The object that it stands in: <c>net</c>.</param>
/// <param name="Field">Its name: <c>initialisation</c>.</param>
/// <param name="Value">The other value, as JSON; null for a field that is left out.</param>
public sealed record SpecChange(string Part, string Field, JsonNode? Value)
{
    /// <summary>Where the field stands: <c>net.initialisation</c>.</summary>
    public string Path => $"{Part}.{Field}";

    /// <summary>Every field that differs, with the value of the second.</summary>
    public static IReadOnlyList<SpecChange> Between(TrainingSpec first, TrainingSpec second)
    {
        JsonObject before = first.Whole, after = second.Whole;
        return
        [
            .. after.SelectMany(part => part.Value!.AsObject()
                .Where(field => !JsonNode.DeepEquals(before[part.Key]![field.Key], field.Value))
                .Select(field => new SpecChange(part.Key, field.Key, field.Value?.DeepClone()))),
        ];
    }

    /// <summary>An imperative clause: <c>set rule.kind to adam, and leave net.outputs out</c>.</summary>
    public static string Words(IReadOnlyList<SpecChange> changes)
    {
        string[] words = [.. changes.Select(change => change.Value is { } value
            ? $"set {change.Path} to {Shown(value)}"
            : $"leave {change.Path} out")];
        return words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])}, and {words[^1]}";
    }

    /// <summary>The same as fields and values: <c>rule.kind adam and no net.outputs</c>.</summary>
    public static string Pairs(IReadOnlyList<SpecChange> changes) => string.Join(" and ", changes.Select(change =>
        change.Value is { } value ? $"{change.Path} {Shown(value)}" : $"no {change.Path}"));

    private static string Shown(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => NumberText.Brief(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
