using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the alarm and all that follows from it are worth, measured where the truth is known, for a report to quote. The file beside
/// this one is written by <see cref="Command"/>.
/// </summary>
public static class AlarmRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- tables alarms";

    private static readonly MeasuredRates<AlarmRate> Table = new(
        "Evaluation/alarm-rates.csv", "table,case,base_rate,reference,rows,level,share,low,high,worlds",
        rate => string.Create(CultureInfo.InvariantCulture,
            $"{rate.Table},{rate.Case},{rate.BaseRate},{rate.Reference},{rate.Rows},{rate.Level},{rate.Share:0.0000},"
            + $"{rate.Low:0.0000},{rate.High:0.0000},{rate.Worlds}"),
        cells => new(
            cells.Text(0), cells.Text(1), cells.Number(2), cells.Whole(3), cells.Whole(4), cells.Number(5), cells.Number(6),
            cells.Number(7), cells.Number(8), cells.Whole(9)));

    /// <summary>All of them, table by table.</summary>
    public static IReadOnlyList<AlarmRate> Measured => Table.All;

    /// <summary>The rates of one table, in the order measured.</summary>
    public static IReadOnlyList<AlarmRate> Of(string table) => [.. Measured.Where(rate => rate.Table == table)];

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<AlarmRate> measured) => Table.Lines(measured);

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<AlarmRate> Parse(IEnumerable<string> lines) => Table.Parse(lines);
}
