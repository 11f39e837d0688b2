using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What the test rows say of every threshold at once, scored once.</summary>
/// <param name="Counts">The calls of every threshold.</param>
/// <param name="Roc">False alarms as a share of the negatives.</param>
/// <param name="PrecisionRecall">False alarms as a share of the calls.</param>
/// <param name="Band">Where resamples of the rows lead that curve.</param>
/// <param name="Intervals">Every measure with its interval, at the chosen threshold.</param>
/// <param name="Chosen">The threshold in use.</param>
/// <param name="Costs">Of errors and reviews.</param>
/// <param name="EqualCost">Where thresholds would cost as much as it does; null where no call pays, or a class is missing.</param>
/// <param name="Levels">What can be found at a few false-positive rates.</param>
internal sealed record CurvesFindings(
    ThresholdCounts Counts, RocCurve Roc, PrecisionRecallCurve PrecisionRecall, PrecisionRecallBand Band, MetricIntervals Intervals,
    OperatingPoint Chosen, ErrorCosts Costs, IsoCostLine? EqualCost, IReadOnlyList<AlarmLevel> Levels)
{
    // From this many negatives for each positive on, a false-positive rate hides how many false alarms there are.
    private const double Lopsided = 4;

    /// <summary>Area under the ROC curve.</summary>
    public Interval RocArea => Intervals[BinaryMetric.RocArea];

    /// <summary>Step-wise area under the precision–recall curve.</summary>
    public Interval AveragePrecision => Intervals[BinaryMetric.AveragePrecision];

    /// <summary>Share of positives among the test rows: the precision of calls at random.</summary>
    public double BaseRate => (double)Counts.Positives / (Counts.Positives + Counts.Negatives);

    /// <summary>Whether there are so many more negatives that the ROC curve looks better than the calls are.</summary>
    public bool RocFlatters => Counts.Negatives >= Lopsided * Counts.Positives;

    /// <summary>Reads the curves, and draws resamples for the band.</summary>
    /// <param name="test">Rows that chose nothing.</param>
    /// <param name="costs">Of errors and reviews.</param>
    /// <param name="threshold">Chosen on other rows.</param>
    /// <param name="resamples">For the band.</param>
    /// <param name="seed">Of the resamples.</param>
    public static CurvesFindings Of(ScoredRows test, ErrorCosts costs, double threshold, int resamples, int seed)
    {
        ThresholdCounts counts = test.Ranked.Counts;
        ConfusionMatrix flags = counts.At(threshold);
        return new CurvesFindings(
            counts, RocCurve.From(counts), PrecisionRecallCurve.From(counts),
            PrecisionRecallBand.Of(test.Ranked, seed, resamples),
            MetricIntervals.Of(test.Ranked, threshold, seed, costs),
            new OperatingPoint(threshold, flags), costs, EqualCostThrough(flags, costs),
            [.. AlarmLevel.Usual.Select(level => AlarmLevel.Of(counts, level))]);
    }

    private static IsoCostLine? EqualCostThrough(ConfusionMatrix flags, ErrorCosts costs) =>
        flags is { Recall: double recall, Specificity: double specificity }
            ? IsoCostLine.Through(costs, (double)flags.Positives / flags.Rows, 1 - specificity, recall)
            : null;
}
