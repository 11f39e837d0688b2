using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>A number of a CV that claims something.</summary>
/// <param name="Text">As it is written, with its unit.</param>
/// <param name="At">Where it begins in its sentence.</param>
/// <param name="Value">The number.</param>
/// <param name="Step">One unit of its last digit: how exactly it was said.</param>
/// <param name="Unit">Empty, %, a unit of time, or what <see cref="WrittenUnit"/> names.</param>
/// <param name="Bound">What the word before it makes of it.</param>
internal sealed partial record WrittenNumber(string Text, int At, double Value, double Step, string Unit, WrittenBound Bound)
{
    private const double Slack = 1 + 1e-9;

    private const string OfRows = "rows";

    private static readonly string[] Moneys = ["£", "$", "€", "¥", "USD", "EUR", "GBP", "CHF", "dollars", "euros", "pounds"];

    /// <summary>The upper end, where this is the lower one of a range.</summary>
    public double? High { get; init; }

    /// <summary>Half of an interval that is said with it: 0.96 ± 0.02.</summary>
    public double? Half { get; init; }

    /// <summary>The 43 of a share of counts, 42 of 43; null where it is none.</summary>
    public double? Whole { get; init; }

    /// <summary>Whether it is a share of counts, 42 of 43, or a rough one, six in ten.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether it was a word: two, twelve.</summary>
    public bool IsWorded { get; init; }

    /// <summary>Whether it is a difference of shares, in percentage points; a per cent alone may be a part of something.</summary>
    public bool IsPoints { get; init; }

    /// <summary>Whether it counts something: a whole number without a unit.</summary>
    public bool IsPlainCount =>
        this is { Unit: "", High: null, Half: null, Whole: null, IsShare: false, IsPerPeriod: false, Step: >= 1 }
        && Value == Math.Truncate(Value);

    /// <summary>Whether so much of it is said to come every day, month or year: few runs have that.</summary>
    public bool IsPerPeriod => Period.Length > 0;

    /// <summary>The day, the month or the year of which it is said; empty where it is of none.</summary>
    public string Period { get; init; } = "";

    /// <summary>Of how many rows it is said, per 10,000 of them; null where that is not said.</summary>
    public double? Base { get; init; }

    /// <summary>Whether that stands just behind it.</summary>
    public bool IsBaseBeside { get; init; }

    /// <summary>Whether it is a number of microseconds and the like.</summary>
    public bool IsOfTime => Unit is "µs" or "ms" or "ns" or "s";

    /// <summary>Where it ends.</summary>
    public int End => At + Text.Length;

    /// <summary>Whether a measured number reads so, rounded to the digits of this one.</summary>
    public bool Reads(double measured, Measurement of) => Distance(measured, of) <= Step * Scale(of) / 2 * Slack;

    /// <summary>Whether a measured number is less than one unit of the last digit away.</summary>
    public bool IsBeside(double measured, Measurement of) => Distance(measured, of) < Step * Scale(of) * Slack;

    /// <summary>Whether a measured number reads so with its further digits cut off, or a smaller one with them rounded up.</summary>
    public bool IsCut(double measured, Measurement of, bool isUp) => IsBeside(measured, of) && (isUp
        ? Math.Ceiling(measured / (Step * Scale(of))) : Math.Floor(measured / (Step * Scale(of)))) * Step * Scale(of) is var cut
        && Math.Abs(cut - In(of)) <= Step * Scale(of) * 1e-6;

    /// <summary>Whether a number has the digits of a measured one in a unit that is a thousand times as large, or as small.</summary>
    public bool IsOfOtherUnit(double measured, Measurement of) => IsOfTime && of.Unit == "µs" && Unit != "µs"
        && !Reads(measured, of) && Math.Abs(Value - measured) <= Step / 2 * Slack;

    /// <summary>Whether it can be compared with a measurement at all: no per cent with units of cost, no time with a share.</summary>
    public bool Fits(Measurement of) => (!IsPerPeriod || IsMeasuredPer(of)) && Unit switch
    {
        "" when of.Unit is OfRows => IsPlainCount || (IsPerPeriod && Value == Math.Truncate(Value)),
        "" => of.Unit is not ("%" or WrittenUnit.Times) && !(IsPlainCount && Value > 1 && !IsBaseBeside && IsFraction(of)),
        "%" => of.Unit == "%" || (of.Unit.Length == 0 && Math.Abs(of.Value ?? 0) <= 1),
        WrittenUnit.Money or WrittenUnit.Length when IsOfTarget(of) => true,
        WrittenUnit.Money => Moneys.Any(money => of.Unit.Split(' ').Contains(money, StringComparer.OrdinalIgnoreCase)),
        WrittenUnit.Times => of.Unit == WrittenUnit.Times || (of.Unit.Length == 0 && !IsFraction(of)),
        WrittenUnit.Length or WrittenUnit.Bytes => false,
        _ => of.Unit == "µs",
    };

    /// <summary>The half of its interval in the unit of a measurement.</summary>
    public double? HalfIn(Measurement of) => Half * Scale(of);

    /// <summary>The number in the unit of a measurement.</summary>
    public double In(Measurement of) => Value * Scale(of);

    /// <summary>The other end of the range in the unit of a measurement.</summary>
    public double? HighIn(Measurement of) => High * Scale(of);

    // A false-alarm rate of weeks is one per week.
    private bool IsMeasuredPer(Measurement of) =>
        Regex.IsMatch($"{of.Label}, {of.How}", $@"\b(?:{Period}s|(?:per|each|every) {Period})\b", RegexOptions.IgnoreCase);

    // A share lies between 0 and 1, and no whole number but these two is one.
    private static bool IsFraction(Measurement of) => of is { Unit: "", Value: >= 0 and <= 1 };

    // In the unit of the target, which the run does not know and the writer does.
    private static bool IsOfTarget(Measurement of) => of.Unit.Length == 0 && of.Id.StartsWith("regression.", StringComparison.Ordinal)
        && of.Id.Split('.').Any(part => part is "rmse" or "mae" or "gain") && !of.Id.Contains(".r2", StringComparison.Ordinal);

    private double Distance(double measured, Measurement of) => Math.Abs(In(of) - measured);

    /// <summary>Of how many rows a measurement is, such as a cost per 10,000 of them; null where it is of none.</summary>
    public static double? BaseOf(Measurement of) => MeasuredPer().Match($"{of.Label}, {of.Unit}, {of.How}") is not { Success: true } per
        ? null
        : per.Groups["digits"] is { Success: true, Value: var digits }
            ? double.Parse(digits, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)
            : 1;

    // Per 1,000 rows it is a tenth of what it is per 10,000.
    private double Based(Measurement of) => Base is not { } said ? 1
        : BaseOf(of) is { } measured ? measured / said
        : IsBaseBeside && IsFraction(of) ? 1 / said : 1;

    private double Scale(Measurement of) => Based(of) * UnitScale(of);

    [GeneratedRegex(@"\bper (?:(?<digits>\d[\d,]*)(?= (?:rows|of them|cases))|case\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MeasuredPer();

    // 96 % is 0.96 of a bare share, and 1 ms is 1,000 µs.
    private double UnitScale(Measurement of) => (Unit, of.Unit) switch
    {
        ("%", "%") => 1,
        ("%", _) => 0.01,
        ("ms", "µs") => 1e3,
        ("s", "µs") => 1e6,
        ("ns", "µs") => 1e-3,
        _ => 1,
    };
}
