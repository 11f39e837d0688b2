using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Precision against recall, threshold by threshold: what a call is worth where positives are rare. Average precision is
/// its step-wise area, each rise of recall weighed with the precision reached there:
/// <code>
/// P_k = TP_k / (TP_k + FP_k),  R_k = TP_k / m
/// AP  = Σ_k (R_k − R_{k−1}) P_k            R_0 = 0
/// </code>
/// Joining the points by straight lines would promise precision between two thresholds that no threshold has (J. Davis
/// and M. Goadrich, 2006, ICML).
/// </summary>
/// <param name="Thresholds">The distinct scores, descending.</param>
/// <param name="Recall">Rising to 1, one per threshold; empty without positives.</param>
/// <param name="Precision">One per threshold; empty without positives.</param>
/// <param name="AveragePrecision">The step-wise area; null without positives.</param>
/// <param name="Prevalence">Share of positives: the average precision of scores that know nothing.</param>
public sealed record PrecisionRecallCurve(
    IReadOnlyList<double> Thresholds, IReadOnlyList<double> Recall, IReadOnlyList<double> Precision,
    double? AveragePrecision, double Prevalence)
{
    /// <summary>The reason that there is no curve; null where there is one.</summary>
    public string? WhyUndefined { get; private init; }

    /// <summary>Reads the curve off the counts: one point per distinct score.</summary>
    public static PrecisionRecallCurve From(ThresholdCounts counts)
    {
        if (counts.Positives == 0) return new PrecisionRecallCurve([], [], [], null, 0) { WhyUndefined = Scores.NoPositives };
        ReadOnlySpan<long> hits = counts.CumulativePositives, alarms = counts.CumulativeNegatives;
        double[] recall = new double[hits.Length], precision = new double[hits.Length];
        for (int k = 0; k < hits.Length; k++)
            (recall[k], precision[k]) = ((double)hits[k] / hits[^1], (double)hits[k] / (hits[k] + alarms[k]));
        return new PrecisionRecallCurve(
            counts.Thresholds, recall, precision,
            AreaInSteps(counts.CumulativePositives, counts.CumulativeNegatives),
            (double)counts.Positives / (counts.Positives + counts.Negatives));
    }

    /// <summary>
    /// The area by straight lines from (recall 0, precision 1). Kept to show the difference: it errs in both directions
    /// (0.79 for 0.83 on four rows; 0.75 for 0.5 where all scores are equal), so no report quotes it.
    /// </summary>
    internal double TrapezoidArea()
    {
        double area = 0, lastRecall = 0, lastPrecision = 1;
        for (int k = 0; k < Recall.Count; k++)
        {
            area += (Recall[k] - lastRecall) * (Precision[k] + lastPrecision) / 2;
            (lastRecall, lastPrecision) = (Recall[k], Precision[k]);
        }
        return area;
    }

    /// <summary>Average precision from cumulative counts per distinct score, descending; null without positives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    internal static double? AreaInSteps(ReadOnlySpan<long> truePositives, ReadOnlySpan<long> falsePositives)
    {
        long positives = truePositives[^1];
        if (positives == 0) return null;

        double sum = 0;
        long last = 0;
        for (int k = 0; k < truePositives.Length; k++)
        {
            long risen = truePositives[k] - last;
            if (risen == 0) continue; // recall stands still: nothing to weigh
            sum += risen * ((double)truePositives[k] / (truePositives[k] + falsePositives[k]));
            last = truePositives[k];
        }
        return sum / positives;
    }
}
