using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Receiver operating characteristic: how many positives are caught for how many false alarms, threshold by threshold.
/// The area is the probability that a positive row outranks a negative one, a tie counting half (J. A. Hanley and
/// B. J. McNeil, 1982, Radiology 143:29–36). Rows of equal score move together, which draws a slope and not a step.
/// <code>
/// TPR(t) = TP(t)/m,  FPR(t) = FP(t)/n₀     m positives, n₀ negatives
/// AUC    = Σ over distinct scores (FP_k − FP_{k−1}) (TP_k + TP_{k−1}) / (2 m n₀)
/// </code>
/// </summary>
/// <param name="Thresholds">Descending; the first is +∞, at which nothing is called.</param>
/// <param name="FalsePositiveRate">False-positive rate from 0 to 1, one per threshold.</param>
/// <param name="TruePositiveRate">True-positive rate from 0 to 1, one per threshold.</param>
/// <param name="Area">The area under the curve; null, and the lists empty, where a class is missing.</param>
public sealed record RocCurve(
    IReadOnlyList<double> Thresholds, IReadOnlyList<double> FalsePositiveRate, IReadOnlyList<double> TruePositiveRate, double? Area)
{
    /// <summary>The reason that there is no curve; null where there is one.</summary>
    public string? WhyUndefined { get; private init; }

    /// <summary>Reads the curve off the counts: one point per distinct score after the start (0, 0).</summary>
    public static RocCurve From(ThresholdCounts counts)
    {
        if (counts.MissingClass is string reason) return new RocCurve([], [], [], null) { WhyUndefined = reason };
        return new RocCurve(
            [double.PositiveInfinity, .. counts.DistinctScores],
            Shares(counts.CumulativeNegatives),
            Shares(counts.CumulativePositives),
            AreaUnder(counts.CumulativePositives, counts.CumulativeNegatives));
    }

    // Of the last one, from 0.
    private static double[] Shares(ReadOnlySpan<long> cumulative)
    {
        double[] shares = new double[cumulative.Length + 1];
        for (int k = 0; k < cumulative.Length; k++)
            shares[k + 1] = (double)cumulative[k] / cumulative[^1];
        return shares;
    }

    /// <summary>The area from cumulative counts per distinct score, descending; null where a class is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    internal static double? AreaUnder(ReadOnlySpan<long> truePositives, ReadOnlySpan<long> falsePositives)
    {
        long positives = truePositives[^1], negatives = falsePositives[^1];
        if (positives == 0 || negatives == 0) return null;

        // Twice the count of pairs, in integers: exact. At most 2 m n₀ < 2⁶², as there are fewer than 2³¹ rows.
        long doubledPairs = 0;
        long lastPositives = 0, lastNegatives = 0;
        for (int k = 0; k < truePositives.Length; k++)
        {
            doubledPairs += (falsePositives[k] - lastNegatives) * (truePositives[k] + lastPositives);
            (lastPositives, lastNegatives) = (truePositives[k], falsePositives[k]);
        }
        return doubledPairs / (2.0 * positives * negatives);
    }
}
