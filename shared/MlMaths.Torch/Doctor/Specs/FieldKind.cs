using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>What a field of a spec may hold: how it is read, and how a schema and a sentence say so.</summary>
/// <param name="MayBe">Completes “… is 'x', and may be”.</param>
/// <param name="Example">A value that works, as it is typed.</param>
/// <param name="Schema">The same for programs, without description and default.</param>
/// <param name="Read">The value; null where the cell holds none of this kind.</param>
/// <param name="Written">A value as JSON.</param>
internal sealed record FieldKind<T>(
    string MayBe, string Example, Func<JsonObject> Schema, Func<JsonElement, Boxed<T>?> Read, Func<T, JsonNode?> Written);

/// <summary>A value that was read.</summary>
internal sealed record Boxed<T>(T Value);

/// <summary>The kinds of fields.</summary>
internal static class FieldKind
{
    private const int LongestList = 64;

    public static FieldKind<bool> Switch { get; } = new(
        "true or false", "true", () => new() { ["type"] = "boolean" },
        cell => cell.ValueKind is JsonValueKind.True or JsonValueKind.False ? new(cell.GetBoolean()) : null, value => value);

    public static FieldKind<string> Text { get; } = new(
        "a text in quotes", "\"iris\"", () => new() { ["type"] = "string" },
        cell => cell.ValueKind == JsonValueKind.String ? new(cell.GetString()!) : null, value => value);

    public static FieldKind<IReadOnlyList<string>> Texts { get; } = new(
        "a list of texts", "[\"age\", \"size\"]", () => ListSchema(Text),
        cell => ListOf(cell, Text), value => new JsonArray([.. value.Select(Text.Written)]));

    /// <summary>A number in a range whose ends belong to it, or not.</summary>
    public static FieldKind<double> Number(double from, double to, double example, bool above = false, bool below = false)
    {
        string start = above ? $"above {Typed(from)}" : $"from {Typed(from)}";
        string end = double.IsPositiveInfinity(to) ? "" : below ? $" to below {Typed(to)}" : $" to {Typed(to)}";
        return new(
            $"a number {start}{end}", Typed(example), Schema,
            cell => cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out double number) && double.IsFinite(number)
                && (above ? number > from : number >= from) && (below ? number < to : number <= to) ? new(number) : null,
            value => value);

        JsonObject Schema()
        {
            JsonObject schema = new() { ["type"] = "number", [above ? "exclusiveMinimum" : "minimum"] = from };
            if (double.IsFinite(to))
                schema[below ? "exclusiveMaximum" : "maximum"] = to;
            return schema;
        }
    }

    public static FieldKind<int> Whole(int from, int to, int example) => new(
        $"a whole number from {Typed(from)} to {Typed(to)}", Typed(example),
        () => new() { ["type"] = "integer", ["minimum"] = from, ["maximum"] = to },
        cell => cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out double number) && double.IsInteger(number)
            && number >= from && number <= to ? new((int)number) : null, // 40.0 is whole, too
        value => value);

    public static FieldKind<IReadOnlyList<int>> Wholes(int from, int to, string example)
    {
        FieldKind<int> one = Whole(from, to, from);
        return new(
            $"a list of whole numbers from {Typed(from)} to {Typed(to)}", example,
            () => ListSchema(one),
            cell => ListOf(cell, one), value => new JsonArray([.. value.Select(one.Written)]));
    }

    /// <summary>One of a few words: the names of an enumeration in snake case.</summary>
    public static FieldKind<T> Choice<T>()
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(Word)];
        return new(
            $"{string.Join(", ", words[..^1])} or {words[^1]}", $"\"{words[0]}\"",
            () => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode?)word)]) },
            cell => cell.ValueKind == JsonValueKind.String && Array.IndexOf(words, cell.GetString()) is var place and >= 0
                ? new(Enum.GetValues<T>()[place])
                : null,
            value => Word(value));
    }

    /// <summary>A choice as a spec has it: <c>one_cycle</c>.</summary>
    public static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());

    private static JsonObject ListSchema<T>(FieldKind<T> one) =>
        new() { ["type"] = "array", ["items"] = one.Schema(), ["maxItems"] = LongestList };

    private static Boxed<IReadOnlyList<T>>? ListOf<T>(JsonElement cell, FieldKind<T> kind)
    {
        if (cell.ValueKind != JsonValueKind.Array || cell.GetArrayLength() > LongestList)
            return null;
        Boxed<T>?[] read = [.. cell.EnumerateArray().Select(kind.Read)];
        return read.Contains(null) ? null : new([.. read.Select(one => one!.Value)]);
    }

    private static string Typed(double number) => number.ToString(CultureInfo.InvariantCulture);
}
