namespace MlMaths.Torch.Probability;

/// <summary>
/// Compares two models over the folds of a (repeated) cross-validation. Folds share training rows, so their differences
/// are not independent and the plain t test finds differences that are not there; the second term under the root pays
/// for the overlap (C. Nadeau and Y. Bengio, 2003, Machine Learning 52:239–281).
/// <code>
/// x_j the difference on fold j of k,  s² their variance (÷ k − 1)
/// t = x̄ / √( (1/k + n_test/n_train) s² ),   k − 1 degrees of freedom
/// </code>
/// </summary>
/// <param name="Difference">x̄ with its t interval; no ends where all folds differ alike.</param>
/// <param name="T">The statistic; null where all folds differ alike.</param>
/// <param name="DegreesOfFreedom">k − 1.</param>
/// <param name="PValue">Two-sided; null where t is.</param>
public sealed record CorrectedResampledT(Interval Difference, double? T, int DegreesOfFreedom, double? PValue)
{
    private const string Method = "corrected resampled t";

    /// <summary>From one difference per fold and the rows that each fold trains and tests on.</summary>
    public static CorrectedResampledT Of(
        ReadOnlySpan<double> differences, int trainingRows, int testRows, double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trainingRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(testRows, 1);
        var moments = Moments.Of(differences);
        int k = differences.Length, degrees = k - 1;
        if (moments.SampleVariance is not > 0 || Spread.IsRounding(differences, Spread.RoundingOfDifferences))
        {
            string reason = k == 1 ? "one fold has no spread" : $"all {k} folds differ alike";
            return new CorrectedResampledT(
                Interval.WithoutEnds(moments.Mean, Method, reason, confidence), null, degrees, null);
        }

        double error = Math.Sqrt((1.0 / k + (double)testRows / trainingRows) * moments.SampleVariance.Value);
        double t = moments.Mean / error;
        double reach = StudentT.TwoSidedQuantile(confidence, degrees) * error;
        var difference = new Interval(moments.Mean, moments.Mean - reach, moments.Mean + reach, confidence, Method);
        return new CorrectedResampledT(difference, t, degrees, StudentT.TwoSidedPValue(t, degrees));
    }
}
