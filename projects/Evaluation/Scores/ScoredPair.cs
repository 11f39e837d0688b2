using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Two models on the same rows. A gain is what the second is better by, whichever way the metric counts.</summary>
/// <param name="First">The one that is compared with.</param>
/// <param name="Second">The other.</param>
/// <param name="Gain">In the metric that was asked for, paired by row.</param>
/// <param name="PValue">Of no gain: DeLong's for ROC areas, else by the normal distribution from the half of the
/// interval that looks at 0; null where there is no interval.</param>
/// <param name="Calls">McNemar's test of right and wrong calls; null without a threshold.</param>
/// <param name="Accuracy">Accuracy of the second less that of the first; null without a threshold.</param>
/// <param name="Rope">A gain no larger would change no decision.</param>
internal sealed record ScoredPair(
    BinaryScores First, BinaryScores Second, Interval Gain, double? PValue, McNemar? Calls, Interval? Accuracy,
    double Rope)
{
    public ComparisonVerdict Verdict { get; } = new(First.Column, Second.Column, Gain, Rope);

    public static ScoredPair Of(BinaryScores first, BinaryScores second, CompareOptions options)
    {
        (Interval gain, double? pValue) = GainOf(first, second, options);
        McNemar? calls = first.Threshold is double at && second.Threshold is double other ? McNemarOf(first, at, second, other) : null;
        return new(first, second, gain, pValue, calls, calls?.Gain(first.Labels.Length), options.Rope);
    }

    private static (Interval Gain, double? PValue) GainOf(BinaryScores first, BinaryScores second, CompareOptions options)
    {
        BinaryMetric metric = options.Metric.Metric;
        if ((first.Intervals[metric] is { Value: null } ? first.Intervals[metric].WhyUndefined : null) is string missing)
            return (Interval.Undefined(missing), null);
        if ((second.Intervals[metric] is { Value: null } ? second.Intervals[metric].WhyUndefined : null) is string missingToo)
            return (Interval.Undefined(missingToo), null);
        if (metric == BinaryMetric.RocArea)
        {
            var areas = PairedRocAreas.Of(second.Ranked, first.Ranked);
            return (areas.Difference, areas.PValue);
        }

        // A bootstrap of rows lies above the error that it resamples, and so does a difference of two.
        if (metric == BinaryMetric.CalibrationError) return (Interval.Undefined("calibration errors are not compared"), null);

        Interval gain = first.Labels.Length >= MetricIntervals.ManyRows
            ? PairedLargeSample.Difference(
                metric, first.Ranked, second.Ranked, first.Threshold ?? 0, second.Threshold ?? 0, options.Scores.Seed)
            : Bootstrapped(first, second, options);
        Interval signed = options.Metric.MoreIsBetter ? gain : gain.Turned();
        return (signed, ByNormal(signed));
    }

    private static Interval Bootstrapped(BinaryScores first, BinaryScores second, CompareOptions options)
    {
        BinaryMetric metric = options.Metric.Metric;
        return metric == BinaryMetric.AveragePrecision
            ? PairedAveragePrecisions.Difference(second.Ranked, first.Ranked, options.Scores.Seed)
            : PairedBootstrap.Difference(
                Resampling.OfRows(first.Labels.Length), DrawnMetric.Of(first, metric), DrawnMetric.Of(second, metric),
                options.Scores.Seed);
    }

    // From the half of the interval that looks at 0: the other may be longer, and p below 0.05 must mean that 0 lies outside.
    private static double? ByNormal(Interval gain)
    {
        if (gain is not { Value: double value, Low: double low, High: double high } || high <= low)
            return null;
        double half = value > 0 ? value - low : high - value;
        return Normal.TwoSidedPValue(Normal.TwoSidedQuantile(gain.Confidence) * value / (half > 0 ? half : (high - low) / 2));
    }

    private static McNemar McNemarOf(BinaryScores first, double at, BinaryScores second, double other)
    {
        int onlyFirst = 0, onlySecond = 0;
        for (int row = 0; row < first.Labels.Length; row++)
        {
            bool firstRight = first.Scores[row] >= at == first.Labels[row], secondRight = second.Scores[row] >= other == first.Labels[row];
            if (firstRight && !secondRight) onlyFirst++;
            if (!firstRight && secondRight) onlySecond++;
        }

        return McNemar.Of(onlyFirst, onlySecond);
    }
}
