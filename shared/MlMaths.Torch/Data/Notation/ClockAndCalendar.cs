using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>Columns that hold moments in a way that is no date of one notation: clock times, mixed dates, dates written as one
/// number.</summary>
internal static partial class ClockAndCalendar
{
    private const int Looked = 100, FewestDates = 2, FirstYear = 1900, LastYear = 2100;
    private const double NearlyAll = 0.9;

    /// <summary>A clause that says what the texts are; null where they are no moments.</summary>
    public static string? Of(RawColumn column)
    {
        IReadOnlyList<string> texts = column.FirstTexts(Looked);
        if (texts.Count < 2) return null;
        if (texts.All(text => Clock().IsMatch(text)))
            return "times of the day, which no command reads: as minutes since midnight they would be numbers";
        int dates = texts.Count(text => DateNotation.Of([text]) is not null);
        return dates >= NearlyAll * texts.Count
            ? "dates in more than one notation, or with words among them: write them all alike, such as 2026-01-31"
            : null;
    }

    /// <summary>Days since the start of 1970 where every number is a date such as 20260131; null where one is none.</summary>
    public static double[]? CompactDays(RawColumn column)
    {
        HashSet<double> different = [];
        foreach (double number in column.NumbersOfRows!)
        {
            if (double.IsNaN(number)) continue;
            if (CompactDay(number) is null) return null;
            if (different.Count < FewestDates) different.Add(number);
        }

        return different.Count < FewestDates ? null
            : Array.ConvertAll(column.NumbersOfRows!, number => CompactDay(number) ?? double.NaN);
    }

    private static double? CompactDay(double number)
    {
        int year = (int)(number / 10_000), month = (int)(number / 100) % 100, day = (int)number % 100;
        if (number != Math.Truncate(number) || year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1
            || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays;
    }

    [GeneratedRegex(@"^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?( ?[AaPp]\.?[Mm]\.?)?\z")]
    private static partial Regex Clock();
}
