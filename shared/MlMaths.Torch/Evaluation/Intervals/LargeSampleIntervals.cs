using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Every measure of a two-class model with its interval, where rows are so many that a bootstrap of rows would take minutes and
/// says nothing else: one sort, and a few passes.
/// <list type="bullet">
/// <item>Accuracy, precision, recall, specificity: Wilson.</item>
/// <item>F1, F2, Matthews, balanced accuracy, kappa: a bootstrap of the four counts.</item>
/// <item>ROC area: DeLong; average precision: the infinitesimal jackknife on the logit scale (<see cref="RankingVariance"/>).</item>
/// <item>Log loss, Brier score: the normal distribution of a mean.</item>
/// <item>Calibration error: a bootstrap of the sums of its bins, bias-corrected.</item>
/// </list>
/// </summary>
public sealed class LargeSampleIntervals
{
    /// <summary>From here on these intervals and those of <see cref="MetricIntervals"/> are alike.</summary>
    public const int FromRows = 10_000;

    private static readonly BinaryMetric[] OfCounts =
        [BinaryMetric.BalancedAccuracy, BinaryMetric.F1, BinaryMetric.F2, BinaryMetric.Matthews, BinaryMetric.CohenKappa];

    private readonly Dictionary<BinaryMetric, Interval> _intervals;

    private LargeSampleIntervals(ThresholdCounts counts, Dictionary<BinaryMetric, Interval> intervals) =>
        (Counts, _intervals) = (counts, intervals);

    /// <summary>What each threshold would call.</summary>
    public ThresholdCounts Counts { get; }

    /// <summary>One measure with its interval; undefined, with the reason, where it is none of those above.</summary>
    public Interval this[BinaryMetric metric] =>
        _intervals.TryGetValue(metric, out Interval? interval) ? interval : Interval.Undefined("no costs were given");

    /// <summary>Measures scores at a threshold that was chosen on other rows.</summary>
    /// <param name="labels">True for a positive row.</param>
    /// <param name="scores">Finite numbers; probabilities (0 to 1) for log loss, Brier score and calibration.</param>
    /// <param name="threshold">
    /// A score of at least this is called positive; an infinite one calls every row or none.
    /// </param>
    /// <param name="seed">Of what is drawn.</param>
    /// <param name="confidence">Confidence level of the intervals.</param>
    public static LargeSampleIntervals Of(
        bool[] labels, double[] scores, double threshold, int seed, double confidence = Interval.UsualConfidence)
    {
        var counts = ThresholdCounts.From(labels, scores);
        ConfusionMatrix calls = counts.At(threshold);
        Dictionary<BinaryMetric, Interval> intervals = [];
        foreach (BinaryMetric metric in Enum.GetValues<BinaryMetric>().Where(metric => metric != BinaryMetric.CostPerCase))
        {
            intervals[metric] = OfCalls(metric, calls, seed, confidence)
                ?? OfRanking(metric, counts, confidence)
                ?? OfProbabilities(metric, labels, scores, seed, confidence);
        }
        return new(counts, intervals);
    }

    private static Interval? OfCalls(BinaryMetric metric, ConfusionMatrix calls, int seed, double confidence)
    {
        (long part, long whole)? share = metric switch
        {
            BinaryMetric.Accuracy => (calls.TruePositives + calls.TrueNegatives, calls.Rows),
            BinaryMetric.Precision => (calls.TruePositives, calls.CalledPositive),
            BinaryMetric.Recall => (calls.TruePositives, calls.Positives),
            BinaryMetric.Specificity => (calls.TrueNegatives, calls.Negatives),
            _ => null,
        };
        if (share is null && !OfCounts.Contains(metric)) return null;
        if (calls.WhyUndefined(metric) is string reason) return Interval.Undefined(reason, confidence);
        return share is (long part, long whole) known
            ? WilsonInterval.Of(known.part, known.whole, confidence)
            : CellBootstrap.Percentile(
                [calls.TruePositives, calls.FalsePositives, calls.FalseNegatives, calls.TrueNegatives],
                cells => new ConfusionMatrix(cells[0], cells[1], cells[2], cells[3])[metric], seed, confidence: confidence);
    }

    private static Interval? OfRanking(BinaryMetric metric, ThresholdCounts counts, double confidence)
    {
        if (metric == BinaryMetric.RocArea)
        {
            return counts.MissingClass is string missing
                ? Interval.Undefined(missing, confidence)
                : DeLong.IntervalOf(
                    RocCurve.AreaUnder(counts.CumulativePositives, counts.CumulativeNegatives)!.Value,
                    RankingVariance.OfRocArea(counts), confidence);
        }

        if (metric != BinaryMetric.AveragePrecision) return null;
        if (counts.Positives == 0) return Interval.Undefined(Scores.NoPositives, confidence);
        double area = PrecisionRecallCurve.AreaInSteps(counts.CumulativePositives, counts.CumulativeNegatives)!.Value;
        return OnLogitScale(area, RankingVariance.OfAveragePrecision(counts)!.Value, "infinitesimal jackknife, logit scale", confidence);
    }

    private static Interval OnLogitScale(double area, double variance, string method, double confidence)
    {
        if (!(variance > 0) || area is <= 0 or >= 1)
            return Interval.WithoutEnds(area, method, "it does not vary over the rows", confidence);
        double logit = Math.Log(area / (1 - area)), reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(variance) / (area * (1 - area));
        return new Interval(area, Sigmoid(logit - reach), Sigmoid(logit + reach), confidence, method);
    }

    private static Interval OfProbabilities(BinaryMetric metric, bool[] labels, double[] scores, int seed, double confidence) =>
        scores.AsSpan().ContainsAnyExceptInRange(0.0, 1.0)
            ? Interval.Undefined("scores outside 0 to 1 are no probabilities", confidence)
            : metric switch
            {
                BinaryMetric.LogLoss => ByNormal(labels, scores, LogLoss.OfRow, confidence),
                BinaryMetric.Brier => ByNormal(labels, scores, BrierScore.OfRow, confidence),
                _ => BinSums.Of(labels, scores, ReliabilityDiagram.UsualErrorBins).CalibrationError(seed, confidence),
            };

    private static Interval ByNormal(bool[] labels, double[] scores, Func<bool, double, double> lossOfRow, double confidence)
    {
        // Two passes, so that no digit is lost and no list of losses is kept.
        double n = labels.Length, mean = 0, squares = 0;
        for (int row = 0; row < labels.Length; row++)
            mean += lossOfRow(labels[row], scores[row]) / n;
        for (int row = 0; row < labels.Length; row++)
            squares += Math.Pow(lossOfRow(labels[row], scores[row]) - mean, 2);
        double reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - reach, mean + reach, confidence, "normal distribution of a mean");
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));
}
