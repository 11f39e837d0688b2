using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Intervals of the measures that the four counts of a confusion matrix give. None needs rows drawn anew, and none breaks down where
/// a cell is empty, as a bootstrap does: it can draw no miss where none was seen.
/// <code>
/// accuracy, precision, recall, specificity    Wilson, of the rows that each is a share of
/// F1 = 2J/(1 + J)     J = TP/(TP + FP + FN), a share of rows, so Wilson's ends of J give those of F1
/// balanced accuracy   ½(recall + specificity), two independent shares:
///                     ends at ½ √(l₁² + l₂²) below and ½ √(u₁² + u₂²) above,
///                     l and u how far Wilson's ends lie from each share
///                     (G. Y. Zou and A. Donner, 2008, Statistics in Medicine 27:1693–1702)
/// F2, Matthews, κ     shares drawn from Dirichlet(TP + ½, FP + ½, FN + ½, TN + ½), what Jeffreys' prior makes of the counts
/// </code>
/// </summary>
internal static class CallIntervals
{
    /// <summary>Every measure of the calls.</summary>
    public static Dictionary<BinaryMetric, Interval> Of(ConfusionMatrix calls, int seed, double confidence)
    {
        var drawn = new Lazy<CellDraws>(() => new(calls, seed));
        return new()
        {
            [BinaryMetric.Accuracy] = Share(BinaryMetric.Accuracy, calls.TruePositives + calls.TrueNegatives, calls.Rows),
            [BinaryMetric.Precision] = Share(BinaryMetric.Precision, calls.TruePositives, calls.PredictedPositive),
            [BinaryMetric.Recall] = Share(BinaryMetric.Recall, calls.TruePositives, calls.Positives),
            [BinaryMetric.Specificity] = Share(BinaryMetric.Specificity, calls.TrueNegatives, calls.Negatives),
            [BinaryMetric.F1] = Defined(BinaryMetric.F1, () => F1(calls, confidence)),
            [BinaryMetric.BalancedAccuracy] = Defined(BinaryMetric.BalancedAccuracy, () => BalancedAccuracy(calls, confidence)),
            [BinaryMetric.F2] = Drawn(BinaryMetric.F2),
            [BinaryMetric.Matthews] = Drawn(BinaryMetric.Matthews),
            [BinaryMetric.CohenKappa] = Drawn(BinaryMetric.CohenKappa),
        };

        Interval Share(BinaryMetric metric, long part, long whole) =>
            Defined(metric, () => WilsonInterval.Of(part, whole, confidence));

        Interval Drawn(BinaryMetric metric) => Defined(metric, () => drawn.Value.Of(metric, confidence));

        Interval Defined(BinaryMetric metric, Func<Interval> interval) =>
            calls.WhyUndefined(metric) is string reason ? Interval.Undefined(reason, confidence) : interval();
    }

    private static Interval F1(ConfusionMatrix calls, double confidence)
    {
        var share = WilsonInterval.Of(
            calls.TruePositives, calls.TruePositives + calls.FalsePositives + calls.FalseNegatives, confidence);
        return new(calls.F1, FromShare(share.Low!.Value), FromShare(share.High!.Value), confidence, "Wilson, of TP/(TP + FP + FN)");

        static double FromShare(double J) => 2 * J / (1 + J);
    }

    private static Interval BalancedAccuracy(ConfusionMatrix calls, double confidence)
    {
        Interval recall = WilsonInterval.Of(calls.TruePositives, calls.Positives, confidence);
        Interval specificity = WilsonInterval.Of(calls.TrueNegatives, calls.Negatives, confidence);
        double value = calls.BalancedAccuracy!.Value;
        double below = double.Hypot((recall.Value - recall.Low)!.Value, (specificity.Value - specificity.Low)!.Value) / 2;
        double above = double.Hypot((recall.High - recall.Value)!.Value, (specificity.High - specificity.Value)!.Value) / 2;
        return new(value, Math.Max(0, value - below), Math.Min(1, value + above), confidence, "Wilson, two shares combined");
    }
}
