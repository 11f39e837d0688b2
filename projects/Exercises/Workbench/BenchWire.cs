using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>What goes between the two processes: one line of JSON each way, marked, so that nothing printed is taken for one.</summary>
internal static class BenchWire
{
    /// <summary>The word that starts this program as the child.</summary>
    public const string Word = "--workbench";

    private const char Mark = '\u0001';

    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // ∂ stays ∂: nothing of it reaches a page
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Packed<T>(T message) => Mark + JsonSerializer.Serialize(message, Json);

    /// <summary>The message in a line; null where the line is none.</summary>
    public static T? Unpacked<T>(string line) where T : class =>
        line.StartsWith(Mark) ? JsonSerializer.Deserialize<T>(line.AsSpan(1), Json) : null;
}
