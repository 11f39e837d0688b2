using System.Globalization;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the alarm and all that follows from it are worth, measured where the truth is known, for a report to quote. The file beside
/// this one is written by <see cref="Command"/>.
/// </summary>
public static class AlarmRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- tables alarms";

    private const string Resource = "Evaluation/alarm-rates.csv",
        Header = "table,case,base_rate,reference,rows,level,share,low,high,worlds";

    /// <summary>All of them, table by table.</summary>
    public static IReadOnlyList<AlarmRate> Measured { get; } = Embedded();

    /// <summary>The rates of one table, in the order measured.</summary>
    public static IReadOnlyList<AlarmRate> Of(string table) => [.. Measured.Where(rate => rate.Table == table)];

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<AlarmRate> rates) => [Header, .. rates.Select(Line)];

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<AlarmRate> Parse(IEnumerable<string> lines) => [.. lines.Skip(1).Select(Parse)];

    private static AlarmRate[] Embedded()
    {
        using Stream stream = typeof(AlarmRates).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The table {Resource} is not part of this build.");
        using StreamReader reader = new(stream);
        return [.. Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    private static string Line(AlarmRate rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rate.Table},{rate.Case},{rate.BaseRate},{rate.Reference},{rate.Rows},{rate.Level},{rate.Share:0.0000},"
        + $"{rate.Low:0.0000},{rate.High:0.0000},{rate.Worlds}");

    private static AlarmRate Parse(string line)
    {
        string[] cells = line.Split(',');
        double[] numbers = [.. cells[2..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        return new(
            cells[0], cells[1], numbers[0], (int)numbers[1], (int)numbers[2], numbers[3], numbers[4], numbers[5],
            numbers[6], (int)numbers[7]);
    }
}
