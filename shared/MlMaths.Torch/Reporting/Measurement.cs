using System.Text.Json.Serialization;

namespace MlMaths.Torch.Reporting;

/// <summary>A number that a person may quote: prose, CV lines and pages take their numbers from here, never from a literal.</summary>
/// <param name="Id">What refers to it everywhere: dotted lower case, for instance <c>test.roc_auc</c>.</param>
/// <param name="Label">What a reader calls it.</param>
/// <param name="Value">The number; null where it is not defined.</param>
/// <param name="Low">Lower end of its interval, if it has one.</param>
/// <param name="High">Upper end of its interval, if it has one.</param>
/// <param name="Confidence">Confidence level of the interval, for instance 0.95.</param>
/// <param name="Unit">Unit of all three numbers; empty for a bare number.</param>
/// <param name="How">How it was measured, on which rows, and where the interval comes from.</param>
/// <param name="WhyUndefined">Why there is no value; said wherever the number would stand.</param>
public sealed record Measurement(
    string Id, string Label, double? Value, double? Low, double? High, double? Confidence, string Unit, string How,
    string? WhyUndefined = null)
{
    private const string Percent = "%";

    /// <summary>Why there is no value; said wherever the number would stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WhyUndefined { get; init; } = WhyUndefined;

    /// <summary>
    /// Read from a clock: another run of the same seed gives another number. Every number that is not timed comes
    /// back bit for bit.
    /// </summary>
    [JsonPropertyName("timed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTimed { get; init; }

    /// <summary>The number alone, with as many digits as its interval supports, or the reason why there is none.</summary>
    [JsonIgnore]
    public string ValueText => Value is { } value ? $"{Number(value)}{UnitText}" : $"not defined ({WhyUndefined})";

    /// <summary>The interval alone, such as <c>0.921 to 0.990</c>; empty where there is none.</summary>
    [JsonIgnore]
    public string RangeText =>
        Low is { } low && High is { } high ? NumberText.Range(low, high, Decimals) : "";

    /// <summary>The number and its interval, such as <c>0.965 (95 % interval 0.921 to 0.990)</c>.</summary>
    public override string ToString() =>
        Value is null || RangeText.Length == 0 ? ValueText : $"{ValueText} ({IntervalName} {RangeText}{UnitText})";

    /// <summary>A bare share as a sentence says it, <c>0.85 % (95 % interval 0.66 to 1.08 %)</c>; anything else as it is.</summary>
    [JsonIgnore]
    public Measurement InPercent => Unit.Length > 0
        ? this
        : this with { Value = Hundredfold(Value), Low = Hundredfold(Low), High = Hundredfold(High), Unit = Percent };

    private static double? Hundredfold(double? share) => share is { } one ? NumberText.Hundredfold(one) : null;

    /// <summary>A share of a count as a sentence says it: <c>44 of 45 rows (0.978, 95 % interval 0.884 to 0.996)</c>.</summary>
    /// <param name="whole">What it is a share of; the value must be a whole part of it.</param>
    /// <param name="of">What is counted, as many as that; empty where the sentence has said it.</param>
    public string OfCount(long whole, string of = "")
    {
        if (Value is not { } share) return ValueText;
        double part = share * whole / (Unit == Percent ? 100 : 1);
        string range = RangeText.Length == 0 ? "" : $", {IntervalName} {RangeText}{UnitText}";
        string counted = of.Length == 0 ? NumberText.Count(whole) : $"{NumberText.Count(whole)} {of}";
        return $"{NumberText.Count((long)Math.Round(part))} of {counted} ({ValueText}{range})";
    }

    /// <summary>What the interval is called, such as <c>95 % interval</c>.</summary>
    internal string IntervalName => Confidence is { } confidence ? $"{NumberText.Of(100 * confidence)} % interval" : "interval";

    // With the decimals that its interval supports, or as many more as keep it from reading 0.
    private string Number(double value) => Decimals is int decimals ? NumberText.NeverZero(value, decimals) : NumberText.Of(value);

    private string UnitText => Unit.Length == 0 ? "" : $" {Unit}";

    private int? Decimals => (Value, Low, High) switch
    {
        (_, { } low, { } high) when Unit == Percent => NumberText.PercentDecimals(low, high),
        ({ } value, { } low, { } high) => NumberText.DecimalsFor(value, low, high),
        _ => null,
    };
}
