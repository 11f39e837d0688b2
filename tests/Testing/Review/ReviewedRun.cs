using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlMaths.Torch.Tests.Review;

/// <summary>A measurement as <c>results.json</c> has it.</summary>
internal sealed record ReviewedMeasurement(string Id, string Label, double? Value, double? Low, double? High)
{
    /// <summary>Whether it is another number in the next run.</summary>
    public bool IsTimed { get; init; }
}

/// <summary>A finished run: its pages, its numbers, and the words that its figures draw.</summary>
/// <param name="Pages">report.md and those beside it.</param>
/// <param name="Measurements">Of results.json.</param>
/// <param name="Command">That made the run.</param>
/// <param name="Drawn">The words of each figure, by its name.</param>
/// <param name="Known">Numbers of results.json that are no measurements: rows, columns, options.</param>
internal sealed partial record ReviewedRun(
    IReadOnlyList<ReviewedPage> Pages, IReadOnlyList<ReviewedMeasurement> Measurements, string Command,
    IReadOnlyDictionary<string, string> Drawn, IReadOnlyList<double> Known)
{
    private static readonly string[] PageNames = ["report.md", "decision.md", "cv.md"];

    public ReviewedPage Report => Pages[0];

    /// <summary>The class that is looked for; null where there is none.</summary>
    public string? Positive { get; init; }

    public ReviewedPage? this[string name] => Pages.FirstOrDefault(page => page.Name == name);

    public static ReviewedRun Of(string folder)
    {
        JsonElement results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json"))).RootElement;
        string figures = Path.Combine(folder, "figures");
        return new(
            [
                .. PageNames.Where(name => File.Exists(Path.Combine(folder, name)))
                    .Select(name => ReviewedPage.Of(name, File.ReadAllText(Path.Combine(folder, name)))),
            ],
            [.. results.GetProperty("measurements").EnumerateArray().Select(Measured)],
            results.GetProperty("command").GetString()!,
            Directory.Exists(figures)
                ? Directory.EnumerateFiles(figures, "*.svg").ToDictionary(
                    file => Path.GetFileNameWithoutExtension(file), file => WordsOf(File.ReadAllText(file)))
                : [],
            [.. NumbersIn(results.GetProperty("data")).Concat(NumbersIn(results.GetProperty("options")))])
        {
            Positive = results.GetProperty("data") is { ValueKind: JsonValueKind.Object } data
                && data.TryGetProperty("positive", out JsonElement positive) ? positive.GetString() : null,
        };
    }

    /// <summary>The words of an SVG, a line each.</summary>
    public static string WordsOf(string svg) =>
        string.Join('\n', XElement.Parse(svg).DescendantsAndSelf().Where(element => element.Name.LocalName is "text" or "title" or "desc")
            .Select(element => element.Value));

    /// <summary>Options that were given, with what stood behind them; flags have nothing.</summary>
    public IEnumerable<(string Name, string? Value)> Given =>
        Option().Matches(Command).Select(match => (match.Groups[1].Value, match.Groups[2] is { Success: true, Value: var value }
            ? value.Trim('\'', '"')
            : null));

    private static ReviewedMeasurement Measured(JsonElement one) =>
        new(
            one.GetProperty("id").GetString()!, one.GetProperty("label").GetString()!, Number(one, "value"),
            Number(one, "low"), Number(one, "high"))
        {
            IsTimed = one.TryGetProperty("timed", out JsonElement timed) && timed.ValueKind == JsonValueKind.True,
        };

    private static double? Number(JsonElement one, string name) =>
        one.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static IEnumerable<double> NumbersIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDouble()],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => NumbersIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NumbersIn),
        JsonValueKind.String => WrittenNumber.In(element.GetString()!).Select(number => number.Value),
        _ => [],
    };

    [GeneratedRegex(@"(?<= )(--[a-z][a-z-]*)(?: (?!--)('[^']*'|""[^""]*""|\S+))?")]
    private static partial Regex Option();
}
