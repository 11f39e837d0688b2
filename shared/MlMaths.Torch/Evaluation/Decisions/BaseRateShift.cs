namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What a changed base rate does to calibrated probabilities, where positives still look like positives and negatives like
/// negatives (P(x|y) is as it was). Bayes: the odds are the prior odds times a likelihood ratio, and only the prior has changed.
/// <code>
/// p′/(1 − p′) = p/(1 − p) · [b′/(1 − b′)] · [(1 − b)/b]         b: base rate then, b′: base rate now
/// p′ = b′(p − pb) / (b − pb + b′p − bb′)                        the same, solved for p′
/// </code>
/// Source: C. Elkan, The Foundations of Cost-Sensitive Learning (2001), theorem 2.
/// </summary>
/// <param name="Before">b, the share of positives that the probabilities were calibrated to; above 0 and below 1.</param>
/// <param name="Now">b′, the share of positives that there is now; above 0 and below 1.</param>
public sealed record BaseRateShift(double Before, double Now)
{
    /// <summary>b.</summary>
    public double Before { get; } = Checked(Before, nameof(Before));

    /// <summary>b′.</summary>
    public double Now { get; } = Checked(Now, nameof(Now));

    /// <summary>p′: the probability under the base rate of now.</summary>
    public double Corrected(double probability)
    {
        double p = Finite.Checked(probability), b = Before, b1 = Now;
        return b1 * (p - p * b) / (b - p * b + b1 * p - b * b1);
    }

    /// <summary>
    /// The threshold on probabilities as they were that calls the same rows as <paramref name="threshold"/> does on corrected ones:
    /// whoever cannot change the model can still change its threshold.
    /// </summary>
    public double OldThresholdFor(double threshold) => new BaseRateShift(Now, Before).Corrected(threshold);

    private static double Checked(double rate, string name) => rate is > 0 and < 1
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, "A base rate lies above 0 and below 1.");
}
