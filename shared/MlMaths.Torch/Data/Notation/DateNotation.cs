using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>How the dates of a column are written, where every text of it is one.</summary>
/// <param name="Sentence">What a reader should know: <c>ISO dates</c>, or which part is the day, and which cell proves it.</param>
/// <param name="Days">Days since the start of 1970 of each different text; null where day and month may be either way round.</param>
internal sealed partial record DateNotation(string Sentence, double[]? Days)
{
    private const DateTimeStyles Universal =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Iso8601 =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy/MM/dd", "yyyy/M/d", "yyyy/MM/dd HH:mm:ss",
        "yyyy-MM", "yyyy/MM/dd HH:mm", "yyyy/MM/dd h:mm:ss tt", "yyyy/MM/dd h:mm:ss tt 'GMT'z", "yyyy/MM/dd h:mm:ss tt 'GMT'zzz",
        "yyyy-MM-dd h:mm:ss tt",
    ];

    // English, as the programs that write such dates are: nothing in them can be read in two ways.
    private static readonly string[] WithWords =
    [
        "MMM d yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy",
        "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM-yy",
    ];

    /// <summary>How the first cell that may be either way round is written so that nobody misreads it; a date, where none is.</summary>
    public string Example { get; private init; } = "2026-01-31";

    /// <summary>The notation; null where at least one text is no date.</summary>
    public static DateNotation? Of(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return null;
        if (texts.All(IsSeason)) return null;
        if (DayIn(texts[0], Iso8601) is not null) return Written(texts, Iso8601, "ISO dates");
        if (DayIn(texts[0], WithWords) is not null) return Written(texts, WithWords, "dates with the month as a word");
        Match[] parts = [.. texts.Select(text => Parts().Match(text))];
        if (!parts.All(part => part.Success))
            return null;
        string? dayFirst = texts.Where((_, i) => Number(parts[i], 1) > 12).FirstOrDefault();
        string? monthFirst = texts.Where((_, i) => Number(parts[i], 2) > 12).FirstOrDefault();
        if (dayFirst is not null && monthFirst is not null)
            return null;
        // The 1st of month 1 is one day either way.
        int unlike = Array.FindIndex(parts, part => Number(part, 1) != Number(part, 2));
        if (dayFirst is null && monthFirst is null && unlike >= 0)
        {
            (int first, int second) = (Number(parts[unlike], 1), Number(parts[unlike], 2));
            return new(
                $"{Quoted.Value(texts[unlike])} may be the {Nth(first)} of month {second} or the "
                + $"{Nth(second)} of month {first}, and no cell proves which", null)
            {
                Example = $"{parts[unlike].Groups[3].Value}-{second:00}-{first:00}",
            };
        }

        double?[] days = [.. parts.Select(part => DayOf(part, isDayFirst: dayFirst is not null))];
        string sentence = (dayFirst ?? monthFirst) is { } proof
            ? $"dates with the {(dayFirst is null ? "month" : "day")} first, as {Quoted.Value(proof)} proves"
            : "dates whose day and month have one number";
        return days.All(day => day is not null) ? new(sentence, [.. days.Select(day => day!.Value)]) : null;
    }

    /// <summary>A day since the start of 1970 as 2026-01-31.</summary>
    public static string DayText(double day) =>
        DateTime.UnixEpoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // 2008-09 beside 2009-10: two years each, and no months.
    private static bool IsSeason(string text) => text.Length == 7 && text[4] == '-' && int.TryParse(text[..4], out int year)
        && int.TryParse(text[5..], out int next) && next == (year + 1) % 100;

    private static DateNotation? Written(IReadOnlyList<string> texts, string[] formats, string sentence)
    {
        double?[] days = [.. texts.Select(text => DayIn(text, formats))];
        return days.All(day => day is not null) ? new(sentence, [.. days.Select(day => day!.Value)]) : null;
    }

    private static double? DayIn(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, Universal, out DateTime date)
            ? (date - DateTime.UnixEpoch).TotalDays
            : null;

    private static string Nth(int number) => number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{number}th" };

    private static int Number(Match part, int group) => int.Parse(part.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static double? DayOf(Match part, bool isDayFirst)
    {
        (int day, int month) = isDayFirst ? (Number(part, 1), Number(part, 2)) : (Number(part, 2), Number(part, 1));
        int year = Number(part, 3);
        year += part.Groups[3].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
        if (month is < 1 or > 12 || year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        double days = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays;
        return part.Groups[4].Success && TimeSpan.TryParse(part.Groups[4].ValueSpan, CultureInfo.InvariantCulture, out TimeSpan time)
            ? days + time.TotalDays
            : days;
    }

    [GeneratedRegex(@"^([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})(?:[ T]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))?\z")]
    private static partial Regex Parts();
}
