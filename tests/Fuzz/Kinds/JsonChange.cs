using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>Changes to a JSON document: values of other types, missing and doubled names, depths.</summary>
internal static class JsonChange
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "1e308", "2147483648", "\"\"", "\"\\u0000\"", "\"@half@\"", "[]", "{}",
        "[null]", "[[[[]]]]", "{\"a\":null}", "\"completed\"", "\"9999-99-99\"",
        "\"0001-01-01T00:00:00\"", "[\"--seed\",\"x\"]", "[\"--resume\",\".\"]", "[\"--help\"]",
    ];

    public static byte[] Of(byte[] input, Random chance)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(input);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetBytes(chance.One(Values));
        }

        if (chance.Next(30) == 0)
            return Encoding.UTF8.GetBytes(new string('[', 1 << chance.Next(16)));
        JsonNode? at = root;
        while (at is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            JsonNode? next = at is JsonObject names ? names.ElementAt(chance.Next(names.Count)).Value
                : at[chance.Next(at.AsArray().Count)];
            if (next is null or JsonValue || chance.Next(3) == 0)
            {
                Set(at, next, chance);
                break;
            }

            at = next;
        }

        // Half a pair of surrogates cannot be a value of the document, only of its text.
        return Encoding.UTF8.GetBytes((root?.ToJsonString()
            ?? "null").Replace("@half@", "\\ud800", StringComparison.Ordinal));
    }

    private static void Set(JsonNode holder, JsonNode? chosen, Random chance)
    {
        JsonNode? value = Parsed(chance);
        if (holder is JsonArray list)
        {
            int index = list.IndexOf(chosen);
            list[Math.Max(index, 0)] = value;
            return;
        }

        JsonObject names = holder.AsObject();
        string name = names.First(pair => pair.Value == chosen).Key;
        if (chance.Next(3) == 0)
            names.Remove(name);
        else
            names[name] = value;
    }

    private static JsonNode? Parsed(Random chance)
    {
        try
        {
            return JsonNode.Parse(chance.Next(2) == 0 ? chance.One(Values)
                : JsonSerializer.Serialize(InterestingText.Any(chance)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
