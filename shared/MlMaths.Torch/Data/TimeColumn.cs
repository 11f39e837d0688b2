using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>When each row was known. No feature: nothing learns from it.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="OfRow">Numbers as the file has them, or days since the start of 1970 (UTC) where it has dates.</param>
/// <param name="IsDate">Whether the file has dates; a gap is counted in days then, else in the column's own unit.</param>
public sealed record TimeColumn(string Name, IReadOnlyList<double> OfRow, bool IsDate)
{
    private const DateTimeStyles Universal =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Iso8601 =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>All numbers, or all dates: the first row decides which.</summary>
    internal static TimeColumn Parse(string name, IReadOnlyList<string> texts, string shownFile)
    {
        bool isDate = texts.Count > 0 && Number(texts[0]) is null;
        double[] times = new double[texts.Count];
        for (int row = 0; row < times.Length; row++)
        {
            times[row] = (isDate ? Days(texts[row]) : Number(texts[row])) ?? throw new UserMistakeException(
                $"{shownFile}, row {row + 1}, column {Quoted.Value(name)}, the time, is {Quoted.Value(texts[row])}, and must be "
                + $"{(row == 0 ? "a number or a date" : isDate ? "a date, as in the rows above" : "a number, as in the rows above")}: "
                + $"write numbers in all rows, or dates "
                + "like 2026-01-31 or 2026-01-31T09:30.");
        }

        NumberRange.Require($"The column {Quoted.Value(name)} of {shownFile}, the time,", times.DefaultIfEmpty().Min(),
            times.DefaultIfEmpty().Max());
        return new(name, times, isDate);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    private static double? Days(string text) =>
        DateTime.TryParseExact(text, Iso8601, CultureInfo.InvariantCulture, Universal, out DateTime date)
            ? (date - DateTime.UnixEpoch).TotalDays
            : null;
}
