using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>What a figure is drawn from, as a JSON file beside it: its axes, and the numbers of what lies on them.</summary>
/// <param name="Schema">Version of these fields.</param>
/// <param name="AltText">What there is to see.</param>
/// <param name="Wide">As a page shows it.</param>
/// <param name="Narrow">As a telephone does; null where the first is no wider.</param>
internal sealed record FigureDocument(int Schema, string AltText, FigureData Wide, FigureData? Narrow)
{
    private const int CurrentSchema = 1, Widest = 5_000, Tallest = 20_000;

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = RunManifest.Format.Encoder,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new FigureJson.OfInk(), new FigureJson.OfPixel(),
            new FigureJson.OfPlace(), new FigureJson.OfPattern(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameMarks } },
    };

    private static readonly (Type Type, string Name)[] Marks =
    [
        (typeof(LineMark), "line"), (typeof(AreaMark), "area"), (typeof(PointsMark), "points"), (typeof(PlacedText), "words"),
        (typeof(Outline), "outline"), (typeof(FilledLoops), "loops"), (typeof(Leader), "leader"), (typeof(Arrow), "arrow"),
        (typeof(Strokes), "strokes"), (typeof(Discs), "discs"), (typeof(PointCloud), "cloud"), (typeof(GreyPixels), "pictures"),
    ];

    /// <summary>The file's text; null for a figure that was not drawn on a sheet.</summary>
    public static string? Of(Figure figure) => figure.Data is { } data
        ? JsonSerializer.Serialize(new FigureDocument(CurrentSchema, figure.AltText, data, figure.Narrow?.Data), Format) + "\n"
        : null;

    /// <summary>Reads it again; null where it is damaged, or of another version.</summary>
    public static FigureDocument? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<FigureDocument>(text, Format) is { Schema: CurrentSchema } read && Draws(read.Wide)
                && (read.Narrow is null || Draws(read.Narrow))
                ? read
                : null;
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // What was changed by hand may not ask for more paper than there is, nor for axes that lead nowhere.
    private static bool Draws(FigureData data) =>
        data.Width is > 0 and <= Widest && data.Height is > 0 and <= Tallest && data.Longer is >= 0 and <= Tallest
        && data.Right >= 0 && data.Right < data.Width && Leads(data.X) && Leads(data.Y) && data.Marks.All(mark => mark is not null);

    private static bool Leads(Scale scale) => double.IsFinite(scale.Low) && double.IsFinite(scale.High) && scale.Low < scale.High
        && (!scale.Logarithmic || scale.Low > 0);

    private static void NameMarks(JsonTypeInfo info)
    {
        if (info.Type != typeof(Mark)) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "mark" };
        foreach ((Type type, string name) in Marks) info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
    }
}
