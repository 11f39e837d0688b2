using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A number of a CV that claims something.</summary>
/// <param name="Text">As it is written, with its unit.</param>
/// <param name="At">Where it begins in its sentence.</param>
/// <param name="Value">The number.</param>
/// <param name="Step">One unit of its last digit: how exactly it was said.</param>
/// <param name="Unit">Empty, %, a unit of time, or what <see cref="WrittenUnit"/> names.</param>
/// <param name="Bound">What the word before it makes of it.</param>
internal sealed record WrittenNumber(string Text, int At, double Value, double Step, string Unit, WrittenBound Bound)
{
    private const double Slack = 1 + 1e-9;

    private static readonly string[] Moneys = ["£", "$", "€", "¥", "USD", "EUR", "GBP", "CHF", "dollars", "euros", "pounds"];

    /// <summary>The upper end, where this is the lower one of a range.</summary>
    public double? High { get; init; }

    /// <summary>Half of an interval that is said with it: 0.96 ± 0.02.</summary>
    public double? Half { get; init; }

    /// <summary>Whether it is a share of counts: 42 of 43.</summary>
    public bool IsOfCounts { get; init; }

    /// <summary>Whether so much of it is said to come every day, month or year: no run has that.</summary>
    public bool IsPerPeriod { get; init; }

    /// <summary>Where it ends.</summary>
    public int End => At + Text.Length;

    /// <summary>Whether a measured number reads so, rounded to the digits of this one.</summary>
    public bool Reads(double measured, Measurement of) => Distance(measured, of) <= Step * Scale(of) / 2 * Slack;

    /// <summary>Whether a measured number is less than one unit of the last digit away.</summary>
    public bool IsBeside(double measured, Measurement of) => Distance(measured, of) < Step * Scale(of) * Slack;

    /// <summary>Whether it can be compared with a measurement at all: no per cent with units of cost, no time with a share.</summary>
    public bool Fits(Measurement of) => !IsPerPeriod && Unit switch
    {
        "" => true,
        "%" => of.Unit == "%" || (of.Unit.Length == 0 && Math.Abs(of.Value ?? 0) <= 1),
        WrittenUnit.Money => Moneys.Any(money => of.Unit.Split(' ').Contains(money, StringComparer.OrdinalIgnoreCase)),
        WrittenUnit.Times => of.Unit.Length == 0,
        WrittenUnit.Length or WrittenUnit.Bytes => false,
        _ => of.Unit == "µs",
    };

    /// <summary>The half of its interval in the unit of a measurement.</summary>
    public double? HalfIn(Measurement of) => Half * Scale(of);

    /// <summary>The number in the unit of a measurement.</summary>
    public double In(Measurement of) => Value * Scale(of);

    /// <summary>The other end of the range in the unit of a measurement.</summary>
    public double? HighIn(Measurement of) => High * Scale(of);

    private double Distance(double measured, Measurement of) => Math.Abs(In(of) - measured);

    // 96 % is 0.96 of a bare share, and 1 ms is 1,000 µs.
    private double Scale(Measurement of) => (Unit, of.Unit) switch
    {
        ("%", "%") => 1,
        ("%", _) => 0.01,
        ("ms", "µs") => 1e3,
        ("s", "µs") => 1e6,
        ("ns", "µs") => 1e-3,
        _ => 1,
    };
}
