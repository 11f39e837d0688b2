using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Is the ROC area of one model larger than that of another, on the same rows? Easy rows are easy for both, so the two
/// areas go up and down together, and their covariance makes the difference much surer than two separate intervals say.
/// <code>
/// z = (A₁ − A₂) / √(S₁₁ + S₂₂ − 2 S₁₂),   p = P(|Z| ≥ |z|)
/// </code>
/// Source: <see cref="DeLong"/>. If one model extends the other and was fitted on these very rows, the test is too
/// cautious; use it on test rows.
/// </summary>
/// <param name="First">A₁ with its own interval.</param>
/// <param name="Second">A₂ with its own interval.</param>
/// <param name="Difference">A₁ − A₂ with its paired interval.</param>
/// <param name="PValue">Two-sided; 1 for models that rank alike, null where the difference is not defined.</param>
internal sealed record PairedRocAreas(Interval First, Interval Second, Interval Difference, double? PValue)
{
    private const string Method = "paired DeLong";

    /// <summary>Compares two columns of scores for the same labels.</summary>
    public static PairedRocAreas Of(
        bool[] labels, double[] firstScores, double[] secondScores, double confidence = Interval.DefaultConfidence) =>
        Of(RankedScores.Of(labels, firstScores), RankedScores.Of(labels, secondScores), confidence);

    /// <summary>The same of rows that are sorted already.</summary>
    public static PairedRocAreas Of(RankedScores one, RankedScores other, double confidence = Interval.DefaultConfidence)
    {
        DeLong first = DeLong.Of(one), second = DeLong.Of(other);
        (Interval difference, double? pValue) = Compare(first, second, confidence);
        return new PairedRocAreas(first.AreaInterval(confidence), second.AreaInterval(confidence), difference, pValue);
    }

    private static (Interval Difference, double? PValue) Compare(DeLong first, DeLong second, double confidence)
    {
        double z = Normal.TwoSidedQuantile(confidence);
        if (first.Area - second.Area is not double difference)
            return (Interval.Undefined(first.WhyUndefined!, confidence), null);
        if (first.Variance + second.Variance - 2 * DeLong.Covariance(first, second) is not double variance)
            return (Interval.WithoutEnds(difference, Method, "a class has only one row", confidence), null);
        if (DeLong.IsZero(variance))
        {
            // Two models that rank alike differ by 0, surely; two perfect opposites differ by 1 with no known error.
            return difference == 0
                ? (new Interval(0, 0, 0, confidence, Method), 1)
                : (Interval.WithoutEnds(difference, Method, "the difference does not vary over the rows", confidence), null);
        }

        double error = Math.Sqrt(variance);
        var interval = new Interval(difference, difference - z * error, difference + z * error, confidence, Method);
        return (interval, Normal.TwoSidedPValue(difference / error));
    }
}
