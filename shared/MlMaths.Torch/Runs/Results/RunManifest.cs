using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>What <c>results.json</c> says of a run, field by field.</summary>
/// <param name="Schema">Version of this list of fields.</param>
/// <param name="Project">Which command it was.</param>
/// <param name="Status">How it ended.</param>
/// <param name="StartedAt">Time of the start, in UTC.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Stages">How long its stages took, in the order in which they ended; one may hold another.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Device">Where tensors lived.</param>
/// <param name="Command">Repeats the run.</param>
/// <param name="Data">Which data; null where all is drawn by the seed.</param>
/// <param name="Options">Every option, defaults included.</param>
/// <param name="Environment">What it ran on.</param>
/// <param name="Measurements">Every number that may be quoted.</param>
/// <param name="Model">Where the model stands, with its weights; null where there is none.</param>
/// <param name="Artifacts">The other files of the folder.</param>
/// <param name="Sha256">SHA-256 of each of them; of the log where the run was completed, after which it holds no other line.</param>
internal sealed record RunManifest(
    int Schema,
    string Project,
    RunStatus Status,
    DateTime StartedAt,
    double Seconds,
    IReadOnlyList<StageTime> Stages,
    int Seed,
    string Device,
    string Command,
    DataDescription? Data,
    IReadOnlyDictionary<string, object?> Options,
    RunEnvironment Environment,
    IReadOnlyList<Measurement> Measurements,
    ModelFile? Model,
    IReadOnlyList<string> Artifacts,
    IReadOnlyDictionary<string, string> Sha256)
{
    /// <summary>The version that this code writes.</summary>
    public const int CurrentSchema = 2;

    internal static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(Shown()),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new FiniteNumber(), new FiniteSingle() },
    };

    // Marks that nobody sees are spelt \u202E: who reads the file on a terminal sees them, and who parses it gets them back.
    private static TextEncoderSettings Shown()
    {
        TextEncoderSettings shown = new(UnicodeRanges.All);
        shown.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Format)]);
        return shown;
    }

    /// <summary>The last field; see <see cref="FolderSeal"/>.</summary>
    [JsonPropertyOrder(1)]
    public string Seal { get; } = FolderSeal.Unsealed;

    /// <summary>The file's text: numbers read back bit for bit, what is not finite is null.</summary>
    public string ToJson() => FolderSeal.Sealed(JsonSerializer.Serialize(this, Format) + "\n");

    private sealed class FiniteNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }

    private sealed class FiniteSingle : JsonConverter<float>
    {
        public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

        public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
        {
            if (float.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }
}
