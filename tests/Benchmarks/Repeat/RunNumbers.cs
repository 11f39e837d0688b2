using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What a run folder says, but for what is timed: measurements, model, and every CSV file. Each is a list of named
/// cells, in order.
/// </summary>
/// <param name="Cells">The name of a place, and the text that stands there.</param>
internal sealed record RunNumbers(IReadOnlyList<(string Place, string Text)> Cells)
{
    public static RunNumbers Of(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        List<(string, string)> cells = [("status", manifest.RootElement.GetProperty("status").ToString())];
        foreach (JsonElement measurement in manifest.RootElement.GetProperty("measurements").EnumerateArray())
        {
            string id = measurement.GetProperty("id").ToString();
            bool timed = measurement.TryGetProperty("timed", out JsonElement flag) && flag.GetBoolean();
            cells.AddRange(timed ? [(id, "timed")] : Flat(id, measurement));
        }

        string modelFile = Path.Combine(folder, "model.json");
        if (File.Exists(modelFile))
        {
            using JsonDocument model = JsonDocument.Parse(File.ReadAllText(modelFile));
            cells.AddRange(Flat("model", model.RootElement));
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)];
        cells.AddRange(Calls(manifest.RootElement.GetProperty("measurements"),
            Path.Combine(folder, "predictions.csv")));
        return new([.. cells, .. files.SelectMany(CellsOf)]);
    }

    private static IEnumerable<(string, string)> Flat(string place, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => Flat($"{place}.{part.Name}", part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((part, index) => Flat($"{place}[{index}]", part)),
        JsonValueKind.Number => [(place, element.GetRawText())],
        _ => [(place, $"{element}")],
    };

    private static IEnumerable<(string, string)> CellsOf(string file)
    {
        string name = Path.GetFileName(file);
        string[]? header = null;
        int row = 0;
        foreach (string line in File.ReadLines(file))
        {
            string[] cells = line.Split(',');
            header ??= cells;
            for (int c = 0; c < cells.Length; c++)
                yield return ($"{name}, line {row + 1}, {(c < header.Length ? header[c] : "…")}", cells[c]);
            row++;
        }
    }

    /// <summary>
    /// How many rows each threshold calls: a threshold may move by a last bit together with the scores, but not past
    /// one.
    /// </summary>
    private static IEnumerable<(string, string)> Calls(JsonElement measurements, string predictions)
    {
        if (!File.Exists(predictions))
            yield break;
        string[][] rows = [.. File.ReadLines(predictions).Select(line => line.Split(','))];
        int[] columns =
            [.. Enumerable.Range(0, rows[0].Length).Where(c => rows[0][c].StartsWith("score", StringComparison.Ordinal))];
        foreach (JsonElement one in measurements.EnumerateArray())
        {
            string id = one.GetProperty("id").ToString();
            JsonElement value = one.GetProperty("value");
            if (!id.Contains("threshold", StringComparison.Ordinal) || value.ValueKind != JsonValueKind.Number)
                continue;
            double threshold = value.GetDouble();
            foreach (int column in columns)
            {
                int calls = rows.Skip(1).Count(row => Number(row[column]) >= threshold);
                yield return ($"rows of {rows[0][column]} that {id} calls", $"{calls} rows");
            }
        }
    }

    private static double? Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : null;
}
