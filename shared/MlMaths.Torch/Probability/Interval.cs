namespace MlMaths.Torch.Probability;

/// <summary>An estimate with the range that a method finds plausible at a given confidence.</summary>
/// <param name="Value">The estimate; null where the quantity itself is not defined.</param>
/// <param name="Low">Lower end; null where there is no interval. An estimate may exist without one.</param>
/// <param name="High">Upper end; null where there is no interval.</param>
/// <param name="Confidence">Between 0 and 1: at 0.95, about 95 of 100 data sets give an interval that holds the truth.</param>
/// <param name="Method">How it was found, as a report prints it: <c>Wilson</c>, <c>bootstrap BCa, 2000 resamples</c>.</param>
/// <param name="WhyUndefined">What is missing, as a clause; null where value and interval are both there.</param>
public sealed record Interval(
    double? Value, double? Low, double? High, double Confidence, string Method, string? WhyUndefined = null)
{
    /// <summary>The confidence that this suite uses where nobody asks for another.</summary>
    public const double UsualConfidence = 0.95;

    /// <summary>Neither a value nor an interval, and why.</summary>
    public static Interval Undefined(string reason, double confidence = UsualConfidence) =>
        new(null, null, null, Checked(confidence), "none", reason);

    /// <summary>A value that is known, whose interval is not, and why; kept as it is, NaN or infinite too.</summary>
    public static Interval WithoutEnds(double value, string method, string reason, double confidence = UsualConfidence) =>
        new(value, null, null, Checked(confidence), method, reason);

    /// <summary>True where both ends are there.</summary>
    public bool HasEnds => Low is not null && High is not null;

    /// <summary>
    /// Whether a value lies inside, ends included; false where there are no ends, and for NaN. An infinite value lies
    /// in an interval that is infinite.
    /// </summary>
    public bool Contains(double value) => Low <= value && value <= High;

    internal static double Checked(double confidence) =>
        confidence is > 0 and < 1
            ? confidence
            : throw new ArgumentOutOfRangeException(
                nameof(confidence), confidence, "A confidence lies between 0 and 1, for instance 0.95.");
}
