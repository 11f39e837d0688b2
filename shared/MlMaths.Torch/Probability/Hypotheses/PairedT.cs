namespace MlMaths.Torch.Probability;

/// <summary>
/// The mean of a few differences of independent pairs, for instance the same training with two settings, seed by seed
/// (Student, 1908, Biometrika 6:1–25).
/// <code>
/// t = x̄ / (s/√k),   k − 1 degrees of freedom        s² the variance of the differences (÷ k − 1)
/// </code>
/// With three pairs the interval reaches 2.5 s to either side: only a difference that is large beside its spread is seen.
/// </summary>
/// <param name="Difference">x̄ with its t interval; no ends where there is no spread.</param>
/// <param name="PValue">Two-sided; null where there is no spread.</param>
internal sealed record PairedT(Interval Difference, double? PValue)
{
    public static PairedT Of(ReadOnlySpan<double> differences, double confidence = Interval.DefaultConfidence)
    {
        Finite.Check(differences);
        var moments = Moments.Of(differences);
        string method = $"paired t over {moments.Count} pairs";
        if (moments.StandardError is not > 0 || Spread.IsRounding(differences, Spread.RoundingOfDifferences))
        {
            string reason = moments.Count == 1 ? "one pair has no spread" : $"all {moments.Count} pairs differ alike";
            return new PairedT(Interval.WithoutEnds(moments.Mean, method, reason, confidence), null);
        }

        double error = moments.StandardError.Value, degrees = moments.Count - 1;
        double reach = StudentT.TwoSidedQuantile(confidence, degrees) * error;
        return new PairedT(
            new Interval(moments.Mean, moments.Mean - reach, moments.Mean + reach, confidence, method),
            StudentT.TwoSidedPValue(moments.Mean / error, degrees));
    }
}
