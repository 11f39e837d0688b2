namespace MlMaths.Torch.Probability;

/// <summary>
/// An estimate with the range that a method finds plausible at a given confidence. It is checked where it is made, and can
/// only be changed into another that holds: both ends or none, none of them NaN, the lower one not above the upper one.
/// </summary>
/// <param name="Value">The estimate; null where the quantity itself is not defined. It may lie outside the ends.</param>
/// <param name="Low">Lower end; null where there is no interval. An estimate may exist without one.</param>
/// <param name="High">Upper end; null where there is no interval.</param>
/// <param name="Confidence">Between 0 and 1: at 0.95, about 95 of 100 data sets give an interval that holds the truth.</param>
/// <param name="Method">How it was found, as a report prints it: <c>Wilson</c>, <c>bootstrap BCa, 2,000 resamples</c>.</param>
/// <param name="WhyUndefined">What is missing, as a clause; null where value and interval are both there.</param>
/// <exception cref="ArgumentException">One end alone, ends that are NaN or in the wrong order, or no confidence.</exception>
public sealed record Interval(
    double? Value, double? Low, double? High, double Confidence, string Method, string? WhyUndefined = null)
{
    /// <summary>The confidence that this suite uses where nobody asks for another.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>The estimate; null where the quantity itself is not defined.</summary>
    public double? Value { get; } = Value;

    /// <summary>Lower end; null where there is no interval.</summary>
    public double? Low { get; } = CheckedEnds(Low, High, Method).Low;

    /// <summary>Upper end; null where there is no interval.</summary>
    public double? High { get; } = High;

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; } = Checked(Confidence);

    /// <summary>Neither a value nor an interval, and why.</summary>
    public static Interval Undefined(string reason, double confidence = DefaultConfidence) =>
        new(null, null, null, confidence, "none", reason);

    /// <summary>A value that is known, whose interval is not, and why; kept as it is, NaN or infinite too.</summary>
    public static Interval WithoutEnds(double value, string method, string reason, double confidence = DefaultConfidence) =>
        new(value, null, null, confidence, method, reason);

    /// <summary>True where both ends are there.</summary>
    public bool HasEnds => Low is not null && High is not null;

    /// <summary>
    /// Whether a value lies inside, ends included; false where there are no ends, and for NaN. An infinite value lies
    /// in an interval that is infinite.
    /// </summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Of the same quantity counted the other way: a loss where this is a gain, B less A where this is A less B.</summary>
    public Interval Turned() => new(0 - Value, 0 - High, 0 - Low, Confidence, Method, WhyUndefined); // 0 − 0 is 0, −(0) is not

    /// <summary>In another unit: 100 turns shares into percent.</summary>
    public Interval Times(double factor)
    {
        Finite.Positive(factor);
        return new(factor * Value, factor * Low, factor * High, Confidence, Method, WhyUndefined);
    }

    /// <summary>Moved as a whole: the interval of what is left after a known number is added.</summary>
    public Interval Plus(double known)
    {
        Finite.Checked(known);
        return new(Value + known, Low + known, High + known, Confidence, Method, WhyUndefined);
    }

    /// <summary>Its ends cut to where the quantity can lie; the value stays.</summary>
    /// <param name="least">Below which it cannot lie; −∞ where there is no such bound. NaN is refused.</param>
    /// <param name="most">Above which it cannot lie; ∞ where there is no such bound.</param>
    public Interval Within(double least, double most)
    {
        if (!(least <= most))
            throw new ArgumentException(FormattableString.Invariant($"From {least} to {most} there is no number."), nameof(least));
        return Low is double low && High is double high
            ? new(Value, Math.Clamp(low, least, most), Math.Clamp(high, least, most), Confidence, Method, WhyUndefined)
            : this;
    }

    /// <summary>With the nearer end moved out as far as a value, where that is not yet inside; not for NaN.</summary>
    internal Interval ReachingTo(double value) =>
        Low is double low && High is double high
            ? new(Value, Math.Min(low, value), Math.Max(high, value), Confidence, Method, WhyUndefined)
            : this;

    internal static double Checked(double confidence) =>
        confidence is > 0 and < 1
            ? confidence
            : throw new ArgumentOutOfRangeException(
                nameof(confidence), confidence, "A confidence lies between 0 and 1, for instance 0.95.");

    private static (double? Low, double? High) CheckedEnds(double? low, double? high, string method)
    {
        if (low is null != high is null)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The interval ({method}) has one end, {low ?? high}, and no other: give both, or none."),
                low is null ? nameof(low) : nameof(high));
        }

        return low is double bottom && high is double top && !(bottom <= top)
            ? throw new ArgumentException(
                FormattableString.Invariant($"The interval ({method}) runs from {bottom} to {top}: ")
                    + "its lower end may not be above its upper.",
                nameof(low))
            : (low, high);
    }
}
