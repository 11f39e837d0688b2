using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// Two models on the same folds and on the same test rows. A gain is what the second is better by, whichever way the
/// metric counts.
/// </summary>
/// <param name="First">The one that is compared with.</param>
/// <param name="Second">The other.</param>
/// <param name="Gains">One per fold, repeat by repeat; none where the metric is not defined on every fold.</param>
/// <param name="Naive">The t test that takes folds for independent: shown as a warning.</param>
/// <param name="Corrected">The t test that pays for shared training rows; it decides.</param>
/// <param name="Bayesian">The same posterior, asked for probabilities.</param>
/// <param name="Judged">Gain on test rows, by the rule of <c>mlmaths compare</c>.</param>
/// <param name="McNemar">Right and wrong calls on test rows.</param>
/// <param name="Accuracy">Accuracy of the second less that of the first on test rows.</param>
/// <param name="Rope">A gain no larger would change no decision.</param>
/// <param name="Metric">By which they are compared.</param>
internal sealed record ComparedPair(
    ModelScores First, ModelScores Second, double[] Gains, (Interval Difference, double? PValue) Naive,
    CorrectedResampledT Corrected, BayesianCorrelatedT Bayesian,
    PairedGain Judged, McNemar McNemar, PairedGain Accuracy, double Rope, MetricWords Metric)
{
    public Interval OnTest => Judged.Gain;

    /// <summary>
    /// How far the better of the two is from the best value that the metric has, over the folds: no gain is larger. Null where the metric
    /// is not defined on every fold.
    /// </summary>
    public double? Left => new[] { First.Mean(Metric).Value, Second.Mean(Metric).Value } is [double one, double other]
        ? Metric.MoreIsBetter ? Metric.Most - Math.Max(one, other) : Math.Min(one, other) - Metric.Least
        : null;

    /// <summary>Whether what would change no decision is as much as all that is left to gain.</summary>
    public bool IsMarginCoarse => Rope >= Left;

    /// <summary>What the folds allow to be said.</summary>
    public ComparisonVerdict Verdict { get; } = new(First.Name, Second.Name, Corrected.Difference, Rope) { Measure = Metric.Label };

    /// <summary>What the test rows allow to be said.</summary>
    public ComparisonVerdict OnTestVerdict { get; } = new(First.Name, Second.Name, Judged.Gain, Rope) { Measure = Metric.Label };

    public static ComparedPair Of(EvaluationData data, ModelScores first, ModelScores second, EvaluationOptions options, int seed)
    {
        var words = MetricWords.Of(options.Metric);
        string? reason = first.Validation.WhyUndefined(words.Id) ?? second.Validation.WhyUndefined(words.Id);
        double[] gains = reason is null
            ? [.. second.Validation.GainOver(first.Validation, words.Id)
                .Select(gain => words.MoreIsBetter ? gain : -gain)]
            : [];
        bool[] labels = data.Target.Of(data.Split.Test);
        CalledScores one = new(RankedScores.Of(labels, first.OnTest), options.Threshold),
            other = new(RankedScores.Of(labels, second.OnTest), options.Threshold);
        var mcNemar = McNemar.Of(one.Right(), other.Right());
        return new(
            first, second, gains,
            reason is null ? NaiveOf(gains) : (Interval.Undefined(reason), null),
            reason is null
                ? CorrectedResampledT.Of(gains, first.Validation.TrainingRows, first.Validation.HeldOutRows)
                : new(Interval.Undefined(reason), null, 0, null),
            reason is null
                ? BayesianCorrelatedT.Of(
                    gains, first.Validation.TrainingRows, first.Validation.HeldOutRows, options.Rope)
                : new(Interval.Undefined(reason), options.Rope, null, null, null),
            PairedGain.Of(options.Metric, one, other, seed, data.TestGroups, options.Resamples), mcNemar,
            data.TestGroups is { } groups
                ? PairedGain.Of(BinaryMetric.Accuracy, one, other, seed, groups)
                : new(mcNemar.Gain(labels.Length), mcNemar.PValue),
            options.Rope, words);
    }

    // The plain t: as if no fold shared a row with another.
    private static (Interval, double?) NaiveOf(double[] gains)
    {
        var moments = Moments.Of(gains);
        if (moments.StandardError is not (> 0 and double error))
            return (Interval.WithoutEnds(moments.Mean, "plain t", "all folds differ by the same amount"), null);
        double degrees = gains.Length - 1, reach = StudentT.Quantile(0.975, degrees) * error;
        return (
            new Interval(moments.Mean, moments.Mean - reach, moments.Mean + reach, Interval.DefaultConfidence, "plain t"),
            StudentT.TwoSidedPValue(moments.Mean / error, degrees));
    }
}
