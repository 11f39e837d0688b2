using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Every measure of a two-class model with the interval for other groups of the same kind (<see cref="GroupedError"/>), on the scale
/// on which a share never leaves 0 to 1 and a loss stays above 0.
/// <code>
/// shares, areas         logit M ± t √V / (M(1 − M))
/// Matthews, κ           the same of (M + 1)/2
/// log loss, Brier       ln M ± t √V / M              V with one extreme group more
/// </code>
/// Where all calls are right or all are wrong no group differs from another: then each group counts as one row, in Wilson's interval, and
/// for the ROC area each separate pair of groups as one trial, in Clopper's and Pearson's. The calibration error has none, as its worlds
/// draw labels row by row.
/// </summary>
internal static class GroupedIntervals
{
    /// <summary>All but the cost per case.</summary>
    public static Dictionary<BinaryMetric, Interval> Of(RankedScores rows, double threshold, RowGroups groups, double confidence)
    {
        if (groups.Rows != rows.Rows)
            throw new ArgumentException($"There are {rows.Rows} rows, and groups of {groups.Rows}: one for each row.", nameof(groups));
        var metrics = BinaryMetrics.Of(rows, threshold);
        return Enum.GetValues<BinaryMetric>().Where(metric => metric != BinaryMetric.CostPerCase)
            .ToDictionary(metric => metric, metric => metrics.WhyUndefined(metric) is string reason
                ? Interval.Undefined(reason, confidence)
                : Of(metric, rows, metrics, groups, confidence));
    }

    /// <summary>r = Σ yᵢ / n, with Uᵢ = (yᵢ − r)/n.</summary>
    public static Interval BaseRate(bool[] labels, RowGroups groups, double confidence)
    {
        int n = labels.Length;
        double rate = (double)labels.Count(label => label) / n;
        string method = $"influence of {Counted.Of(groups.Count, "group")}";
        var error = GroupedError.Of(groups, Array.ConvertAll(labels, label => ((label ? 1 : 0) - rate) / n));
        if (error.WhyNoEnds(groups) is string why) return Interval.WithoutEnds(rate, method, why, confidence);
        (double low, double high) = Logit.Around(rate, error.ReachOfOneMore(confidence));
        return new(rate, low, high, confidence, method);
    }

    private static Interval Of(BinaryMetric metric, RankedScores rows, BinaryMetrics metrics, RowGroups groups, double confidence)
    {
        string method = $"influence of {Counted.Of(groups.Count, "group")}";
        double value = metrics[metric]!.Value;
        if (metric == BinaryMetric.CalibrationError)
            return Interval.WithoutEnds(value, method, "no world of known calibration error is drawn by groups", confidence);
        var error = GroupedError.Of(
            groups, RowInfluences.Of(metric, rows, metrics.Threshold).OfRow, GroupedError.MostTelling(metric, rows, groups));
        if (error.WhyNoEnds(groups) is string why)
        {
            return groups.Count > 1 && value is 0 or 1
                && WithoutSpread(metric, value, rows, metrics.Threshold, groups, confidence) is { } ends
                ? new Interval(value, ends.Low, ends.High, confidence, $"each of {groups.Count} groups counted as a row")
                : Interval.WithoutEnds(value, method, why, confidence);
        }

        double reach = error.ReachOfOneMore(confidence);
        (double low, double high) = metric switch
        {
            BinaryMetric.LogLoss or BinaryMetric.Brier => AboveZero(value, reach),
            BinaryMetric.Matthews or BinaryMetric.CohenKappa => Correlation(value, reach),
            _ => value is > 0 and < 1 ? Logit.Around(value, reach) : (0, 1),
        };
        return new Interval(value, low, high, confidence, method);
    }

    private static (double Low, double High) AboveZero(double value, double reach) =>
        (value * Math.Exp(-reach / value), value * Math.Exp(reach / value));

    private static (double Low, double High) Correlation(double value, double reach)
    {
        if (value is not (> -1 and < 1)) return (-1, 1);
        (double low, double high) = Logit.Around((value + 1) / 2, reach / 2);
        return (2 * low - 1, 2 * high - 1);
    }

    private static (double Low, double High)? WithoutSpread(
        BinaryMetric metric, double value, RankedScores rows, double threshold, RowGroups groups, double confidence)
    {
        (bool[] labels, double[] scores) = (rows.LabelArray, rows.ScoreArray);
        if (metric == BinaryMetric.RocArea)
        {
            // Ranked without an error, pairs of a positive and another row, no group in two of them, are trials that all succeeded.
            int pairs = Math.Min(groups.CountWith(row => labels[row]), groups.CountWith(row => !labels[row]));
            Interval paired = ClopperPearsonInterval.Of(value == 1 ? pairs : 0, pairs, confidence);
            return (paired.Low!.Value, paired.High!.Value);
        }

        Func<int, bool>? counts = metric switch
        {
            BinaryMetric.Accuracy => _ => true,
            BinaryMetric.Precision => row => scores[row] >= threshold,
            BinaryMetric.Recall => row => labels[row],
            BinaryMetric.Specificity => row => !labels[row],
            _ => null,
        };
        if (counts is null) return null;
        int shared = groups.CountWith(counts);
        Interval wilson = WilsonInterval.Of(value == 1 ? shared : 0, shared, confidence);
        return (wilson.Low!.Value, wilson.High!.Value);
    }
}
