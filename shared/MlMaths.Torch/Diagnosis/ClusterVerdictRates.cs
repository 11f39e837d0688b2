using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// What the verdict on clusters is worth, measured on tables whose truth is known, for a report to quote. The file beside
/// this one is written by <see cref="Command"/>; its last two columns, the ends of the interval, follow from the counts.
/// </summary>
public static class ClusterVerdictRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- tables clusters";

    private static readonly MeasuredRates<ClusterVerdictRate> Table = new(
        "Diagnosis/cluster-verdict-rates.csv", "table,case,detail,asked,right,total,low,high",
        rate => string.Create(CultureInfo.InvariantCulture,
            $"{rate.Table},{rate.Case},{rate.Detail},{rate.Asked},{rate.Right},{rate.Total},"
            + $"{rate.Share.Low:0.0000},{rate.Share.High:0.0000}"),
        cells => new(cells.Text(0), cells.Text(1), cells.Text(2), cells.Text(3), cells.Whole(4), cells.Whole(5)));

    /// <summary>All of them, table by table.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Measured => Table.All;

    /// <summary>The share of right verdicts that each case of a table must reach; null where none is promised.</summary>
    public static double? Promised(string table) => table switch
    {
        "none" or "none-untouched" => 0.95,
        "groups" or "groups-untouched" => 0.85,
        "batches" => 0.9,
        _ => null,
    };

    /// <summary>The rates of one table, in the order measured.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Of(string table) => [.. Measured.Where(rate => rate.Table == table)];

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<ClusterVerdictRate> measured) => Table.Lines(measured);

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<ClusterVerdictRate> Parse(IEnumerable<string> lines) => Table.Parse(lines);
}
