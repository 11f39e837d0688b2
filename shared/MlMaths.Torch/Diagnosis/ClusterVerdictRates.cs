using System.Globalization;

namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// What the verdict on clusters is worth, measured on tables whose truth is known, for a report to quote. The file beside
/// this one is written by <see cref="Command"/>; its last two columns, the ends of the interval, follow from the counts.
/// </summary>
public static class ClusterVerdictRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- tables all";

    private const string Resource = "Diagnosis/cluster-verdict-rates.csv", Header = "table,case,detail,asked,right,total,low,high";

    /// <summary>All of them, table by table.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Measured { get; } = Embedded();

    /// <summary>The share of right verdicts that each case of a table must reach; null where none is promised.</summary>
    public static double? Promised(string table) => table switch
    {
        "clouds" => 0.95,
        "planted" or "batches" => 0.9,
        _ => null,
    };

    /// <summary>The rates of one table, in the order measured.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Of(string table) => [.. Measured.Where(rate => rate.Table == table)];

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<ClusterVerdictRate> rates) => [Header, .. rates.Select(Line)];

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Parse(IEnumerable<string> lines) => [.. lines.Skip(1).Select(Parse)];

    private static ClusterVerdictRate[] Embedded()
    {
        using Stream stream = typeof(ClusterVerdictRates).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The table {Resource} is not part of this build.");
        using StreamReader reader = new(stream);
        return [.. Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    private static string Line(ClusterVerdictRate rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rate.Table},{rate.Case},{rate.Detail},{rate.Asked},{rate.Right},{rate.Total},{rate.Share.Low:0.0000},{rate.Share.High:0.0000}");

    private static ClusterVerdictRate Parse(string line)
    {
        string[] cells = line.Split(','); // no cell holds a comma
        return new(cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture),
            int.Parse(cells[5], CultureInfo.InvariantCulture));
    }
}
