using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>What stands before and behind a number and makes something else of it: a currency, thousands, per cent, a time.</summary>
internal static class WrittenUnit
{
    /// <summary>A sum of money.</summary>
    public const string Money = "money";

    /// <summary>Hours, months: how long something took or lasted.</summary>
    public const string Length = "length of time";

    /// <summary>So many times as much, or as fast.</summary>
    public const string Times = "times";

    /// <summary>Bytes, which no run counts.</summary>
    public const string Bytes = "bytes";

    private static readonly (string Said, string Period)[] Periods =
    [
        ("hour", "hour"), ("dai", "day"), ("day", "day"), ("week", "week"), ("month", "month"), ("quarter", "quarter"), ("year", "year"),
        ("ann", "year"),
    ];

    /// <summary>Before the digits.</summary>
    public const string Currency = @"(?<money>(?:US|AU|CA|HK)?[£$€¥]\s?|\b(?:USD|EUR|GBP|CHF)\s)?";

    /// <summary>Behind the digits.</summary>
    public const string Behind = @"(?:\s?[×x·]\s?10(?:\^\{?(?<power>[-−]?\d+)\}?|(?<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?"
        + @"(?<scale>k\b|K\b|m\b|bn\b|\s?(?:M|thousand|million|billion)\b)?"
        + @"(?:\s*(?<unit>%(?:[- ]points?\b)?|percent(?:age)?(?: points?)?\b|(?<=(?:^|[^\d,.])\d{1,2}(?:\.\d+)?\s)points?\b"
        + @"|pp\b|per cent\b|µs\b|μs\b|microseconds?\b|ms\b|milliseconds?\b|ns\b|s\b))?"
        + @"(?:(?<times>\s?[x×](?![\w×])|[\s-]?(?:fold|times)\b)|(?<bytes>\s?(?:[kKMGTP]i?B|bytes)\b))?"
        + @"(?<coins>\s?(?:[£$€¥]|(?:USD|EUR|GBP|CHF|dollars?|euros?|pounds?|quid)\b))?"
        + @"(?<length>[\s-]*(?:hours?|hrs?|minutes?|days?|weeks?|months?|quarters?|years?)\b)?"
        + @"(?<period>\s*(?:/\s*|(?:an?|per|each|every)\s+)(?:hour|day|week|month|quarter|year|annum|sprint)\b"
        + @"|(?:\s+[a-z]+){1,2}(?:\s+an?|\s+per|\s*/)\s*(?:hour|day|week|month|quarter|year)\b"
        + @"|\s+(?:hourly|daily|weekly|monthly|quarterly|yearly|annually)\b)?";

    /// <summary>Empty, %, a unit of time such as µs, or one of those above.</summary>
    public static string Of(Match number) => number switch
    {
        _ when number.Groups["money"].Success || number.Groups["coins"].Success => Money,
        _ when number.Groups["length"].Success => Length,
        _ when number.Groups["times"].Success => Times,
        _ when number.Groups["bytes"].Success => Bytes,
        _ => number.Groups["unit"].Value switch
        {
            "per cent" => "%",
            { } unit when unit.EndsWith("point", StringComparison.Ordinal)
                || unit.EndsWith("points", StringComparison.Ordinal)
                || unit.StartsWith("percent", StringComparison.Ordinal) || unit is "pp" || unit.StartsWith('%') => "%",
            "μs" or "microsecond" or "microseconds" => "µs",
            "millisecond" or "milliseconds" => "ms",
            { } unit => unit,
        },
    };

    /// <summary>Whether it is in percentage points.</summary>
    public static bool IsPoints(Match number) => number.Groups["unit"].Value is { } unit
        && (unit.Contains("point", StringComparison.Ordinal) || unit == "pp");

    /// <summary>The day, month or year of which so much comes; empty where it is of none.</summary>
    public static string Period(Match number) => number.Groups["period"] is { Success: true, Value: var said }
        ? Periods.FirstOrDefault(one => said.Contains(one.Said, StringComparison.OrdinalIgnoreCase)).Period ?? said.Trim()
        : "";

    /// <summary>What the digits are multiplied by: 17k, 1.2 million, 1.1 × 10⁻¹⁶.</summary>
    public static double Scale(Match number) => Math.Pow(10, Power(number)) * WrittenScale.Of(number.Groups["scale"].Value);

    private static int Power(Match number) =>
        number.Groups["power"] is { Success: true, Value: var plain } ? int.Parse(plain.Replace('−', '-'), CultureInfo.InvariantCulture)
        : number.Groups["raised"] is { Success: true, Value: var raised }
            ? int.Parse(WrittenScale.InDigits(raised), CultureInfo.InvariantCulture)
            : 0;
}
