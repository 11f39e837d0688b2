namespace MlMaths.Torch.Probability;

/// <summary>
/// How probable is it that a model is better, worse, or for all practical purposes the same? A p-value cannot say; the
/// posterior of the mean difference over (repeated) cross-validation can (A. Benavoli, G. Corani, J. Demšar, M. Zaffalon,
/// 2017, Journal of Machine Learning Research 18(77):1–36). With the flat prior it is Student's t with the very scale of
/// <see cref="CorrectedResampledT"/>, so that both give the same interval, read in two ways.
/// <code>
/// x_j the difference on fold j of k,  s² their variance (÷ k − 1)
/// μ ~ x̄ + √( (1/k + n_test/n_train) s² ) · t with k − 1 degrees of freedom
/// worse = P(μ &lt; −r),   equivalent = P(−r ≤ μ ≤ r),   better = P(μ &gt; r)        r the region of practical equivalence
/// </code>
/// </summary>
/// <param name="Difference">x̄ with its highest-density interval.</param>
/// <param name="Rope">r: a difference no larger would change no decision, in the units of the score.</param>
/// <param name="Worse">Null where all folds differ alike: a posterior needs a spread.</param>
/// <param name="Equivalent">Null where <paramref name="Worse"/> is.</param>
/// <param name="Better">Null where <paramref name="Worse"/> is.</param>
public sealed record BayesianCorrelatedT(Interval Difference, double Rope, double? Worse, double? Equivalent, double? Better)
{
    /// <summary>From one difference per fold and the rows that each fold trains and tests on.</summary>
    public static BayesianCorrelatedT Of(
        ReadOnlySpan<double> differences, int trainingRows, int testRows, double rope, double confidence = Interval.DefaultConfidence)
    {
        if (!(rope >= 0 && double.IsFinite(rope)))
            throw new ArgumentOutOfRangeException(nameof(rope), rope, "A region of practical equivalence is 0 or more.");
        var corrected = CorrectedResampledT.Of(differences, trainingRows, testRows, confidence);
        Interval difference = corrected.Difference with { Method = "Bayesian correlated t" };
        if (corrected.T is null)
            return new BayesianCorrelatedT(difference, rope, null, null, null);

        var moments = Moments.Of(differences);
        double scale = Math.Sqrt((1.0 / moments.Count + (double)testRows / trainingRows) * moments.SampleVariance!.Value);
        double worse  = StudentT.Cumulative((-rope - moments.Mean) / scale, corrected.DegreesOfFreedom);
        double better = StudentT.Cumulative((moments.Mean - rope) / scale, corrected.DegreesOfFreedom);
        return new BayesianCorrelatedT(difference, rope, worse, Math.Max(0, 1 - worse - better), better);
    }
}
