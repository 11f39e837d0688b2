namespace MlMaths.Torch.Probability;

/// <summary>An estimate with the range that its uncertainty allows; undefined is said with a reason, never as 0 or NaN.</summary>
/// <param name="Value">The estimate; null where it is not defined.</param>
/// <param name="Low">Lower end; null where there is none.</param>
/// <param name="High">Upper end; null where there is none.</param>
/// <param name="Confidence">How often such an interval holds the truth, for instance 0.95.</param>
/// <param name="Method">How it was made, for instance <c>Wilson</c>.</param>
/// <param name="WhyUndefined">Why there is no value.</param>
public sealed record Interval(
    double? Value, double? Low, double? High, double Confidence, string Method, string? WhyUndefined = null)
{
    /// <summary>No value, and the reason why.</summary>
    public static Interval Undefined(string reason, double confidence = 0.95) => new(null, null, null, confidence, "none", reason);
}
