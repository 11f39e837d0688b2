using System.Text.Json;
using System.Text.Json.Serialization;
using MlMaths.Torch.Figures;
using ScottPlot;

namespace MlMaths.Torch.Runs;

/// <summary>How parts of a figure are written: a place as two numbers, a colour as it is on a light page.</summary>
internal static class FigureJson
{
    private static readonly LinePattern[] Patterns =
        [LinePattern.Solid, LinePattern.Dashed, LinePattern.DenselyDashed, LinePattern.Dotted];

    public sealed class OfInk : JsonConverter<Ink>
    {
        public override Ink Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } light && Figures.Palette.All.FirstOrDefault(ink => ink.Light == light) is { } ink
                ? ink
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Ink value, JsonSerializerOptions options) => writer.WriteStringValue(value.Light);
    }

    public sealed class OfPixel : JsonConverter<Pixel>
    {
        public override Pixel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<float[]>(ref reader, options) is [var x, var y] ? new(x, y) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Pixel value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<float[]>(writer, [value.X, value.Y], options);
    }

    public sealed class OfPlace : JsonConverter<Coordinates>
    {
        public override Coordinates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [var x, var y] ? new(x, y) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Coordinates value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<double[]>(writer, [value.X, value.Y], options);
    }

    public sealed class OfPattern : JsonConverter<LinePattern>
    {
        public override LinePattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } name && Patterns.Where(pattern => pattern.Name == name).ToArray() is [var known]
                ? known
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, LinePattern value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
