using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Where the model of a run stands: in a file of its own beside <c>results.json</c>, which stays short enough to read.
/// </summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">Of its bytes, in hexadecimal: whether this is still the model that was measured.</param>
internal sealed record ModelFile(string File, string Sha256)
{
    internal const string Name = "model.json";

    private static readonly JsonSerializerOptions OneLine = new(RunManifest.Format) { WriteIndented = false };

    /// <summary>What <c>results.json</c> says of the file with this text.</summary>
    internal static ModelFile Of(string text) =>
        new(Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>The file's text; what is not finite is null.</summary>
    internal static string ToJson(object model)
    {
        StringBuilder text = new();
        Append(text, JsonSerializer.SerializeToElement(model, model.GetType(), OneLine), indent: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>What holds nothing but plain values is one line, so that a layer, or a row of a matrix, is one.</summary>
    private static void Append(StringBuilder text, JsonElement element, int indent)
    {
        if (!Parts(element).Any(part => Parts(part.Value).Any()))
        {
            text.Append(JsonSerializer.Serialize(element, OneLine));
            return;
        }

        bool named = element.ValueKind == JsonValueKind.Object;
        string start = $"\n{new string(' ', 2 * (indent + 1))}";
        text.Append(named ? '{' : '[');
        string between = start;
        foreach ((string? name, JsonElement value) in Parts(element))
        {
            text.Append(between);
            if (named)
                text.Append(JsonSerializer.Serialize(name, OneLine)).Append(": ");
            Append(text, value, indent + 1);
            between = $",{start}";
        }

        text.Append('\n').Append(' ', 2 * indent).Append(named ? '}' : ']');
    }

    private static IEnumerable<(string? Name, JsonElement Value)> Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(part => ((string?)part.Name, part.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(value => ((string?)null, value)),
        _ => [],
    };
}
