using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What a second model is better by on the same rows, and how surprising that would be of equal ones: the one rule of every program
/// that compares scores.
/// <list type="bullet">
/// <item>Rows in groups, any measure: influences subtracted row by row, summed by group, <see cref="GroupedError"/>.</item>
/// <item>ROC area: <see cref="PairedRocAreas"/>. Average precision: <see cref="PairedAveragePrecisions"/>.</item>
/// <item>Other measures: rows drawn anew, both models judged on the same draw; from
/// <see cref="MetricIntervals.ManyRows"/> rows on <see cref="PairedLargeSample"/>, for average precision too.</item>
/// <item>Calibration errors are not compared: an error of drawn rows lies above the one that they were drawn from.</item>
/// </list>
/// </summary>
/// <param name="Gain">Second less first, or a first loss less a second one: a positive gain is better.</param>
/// <param name="PValue">
/// Of no gain, two-sided: DeLong's, or Student's t of groups; else by the normal law from the half of the interval that looks at 0, so
/// that it is below 0.05 where 0 lies outside. Null where there is no interval.
/// </param>
public sealed record PairedGain(Interval Gain, double? PValue)
{
    /// <summary>Compares two models on the same rows.</summary>
    /// <param name="metric">By which; any but the cost per case.</param>
    /// <param name="first">That is compared with.</param>
    /// <param name="second">The other, of the same rows in the same order.</param>
    /// <param name="seed">Of what is drawn.</param>
    /// <param name="groups">Where rows belong together; else null.</param>
    /// <param name="resamples">Where rows are drawn.</param>
    public static PairedGain Of(
        BinaryMetric metric, CalledScores first, CalledScores second, int seed, RowGroups? groups = null,
        int resamples = Bootstrap.DefaultResamples)
    {
        if ((WhyUndefined(metric, first) ?? WhyUndefined(metric, second)) is string reason)
            return new(Interval.Undefined(reason), null);
        if (groups is not null) return OfGroups(metric, first, second, groups);
        if (metric == BinaryMetric.RocArea)
        {
            var areas = PairedRocAreas.Of(second.Rows, first.Rows);
            return new(areas.Difference, areas.PValue);
        }

        Interval gain = Signed(metric, Difference(metric, first, second, seed, resamples));
        return new(gain, ByNormal(gain));
    }

    private static string? WhyUndefined(BinaryMetric metric, CalledScores scores) => metric == BinaryMetric.CalibrationError
        ? "calibration errors are not compared"
        : BinaryMetrics.Of(scores.Rows, scores.Threshold).WhyUndefined(metric);

    private static Interval Difference(BinaryMetric metric, CalledScores first, CalledScores second, int seed, int resamples)
    {
        if (first.Rows.Rows >= MetricIntervals.ManyRows)
            return PairedLargeSample.Difference(metric, first.Rows, second.Rows, first.Threshold, second.Threshold, seed);
        return metric == BinaryMetric.AveragePrecision
            ? PairedAveragePrecisions.Difference(second.Rows, first.Rows, seed, resamples)
            : PairedBootstrap.Difference(
                Resampling.OfRows(first.Rows.Rows), DrawnMeasure.Of(metric, first), DrawnMeasure.Of(metric, second), seed, resamples);
    }

    // δᵢ = U₂ᵢ − U₁ᵢ,  V = G/(G − 1) Σ (Σ δ in g)²
    private static PairedGain OfGroups(BinaryMetric metric, CalledScores first, CalledScores second, RowGroups groups)
    {
        string method = $"paired by row, {Counted.Of(groups.Count, "group")} vary";
        var one = RowInfluences.Of(metric, first.Rows, first.Threshold);
        var other = RowInfluences.Of(metric, second.Rows, second.Threshold);
        double gain = metric.IsLoss() ? one.Value - other.Value : other.Value - one.Value;
        var error = GroupedError.Of(
            groups, [.. one.OfRow.Zip(other.OfRow, (before, now) => now - before)],
            GroupedError.MostTelling(metric, first.Rows, groups));
        if (error.WhyNoEnds(groups) is string why)
        {
            return gain == 0 && groups.Count > 1 && error.Deviation == 0
                ? new(new Interval(0, 0, 0, Interval.DefaultConfidence, method), 1)
                : new(Interval.WithoutEnds(gain, method, why), null);
        }

        double reach = error.Reach(Interval.DefaultConfidence);
        return new(
            new Interval(gain, gain - reach, gain + reach, Interval.DefaultConfidence, method),
            StudentT.TwoSidedPValue(gain / error.Deviation, error.Degrees));
    }

    private static Interval Signed(BinaryMetric metric, Interval difference) => metric.IsLoss() ? difference.Turned() : difference;

    // From the half of the interval that looks at 0: the other may be longer, and p below 0.05 must mean that 0 lies outside.
    private static double? ByNormal(Interval gain)
    {
        if (gain is not { Value: double value, Low: double low, High: double high } || high <= low)
            return null;
        double half = value > 0 ? value - low : high - value;
        return Normal.TwoSidedPValue(Normal.TwoSidedQuantile(gain.Confidence) * value / (half > 0 ? half : (high - low) / 2));
    }
}
