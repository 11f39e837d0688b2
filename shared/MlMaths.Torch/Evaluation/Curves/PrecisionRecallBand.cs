using System.Runtime.CompilerServices;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How far the precision–recall curve would move over other rows of the same two classes: at each recall by itself, the
/// middle part of what resamples show there. A whole curve leaves such a band more often than one in twenty, since it has
/// many chances to.
/// <code>
/// drawn rows*     as many positives among the positives, negatives among the negatives, with replacement
/// P*(r)           precision of the highest threshold whose recall on the drawn rows is at least r
/// band at r       the α/2 and 1 − α/2 quantiles of P*(r)
/// </code>
/// Sorted once: a resample is a number of times that each row was drawn, and one weighted pass over the sorted rows.
/// </summary>
/// <param name="Recall">r: 1/points, 2/points … 1; empty without both classes.</param>
/// <param name="Low">Lower end of the precision at each recall.</param>
/// <param name="High">Upper end of the precision at each recall.</param>
/// <param name="Confidence">Share of the resamples in between, at each recall.</param>
/// <param name="Resamples">How many times rows were drawn.</param>
public sealed record PrecisionRecallBand(
    IReadOnlyList<double> Recall, IReadOnlyList<double> Low, IReadOnlyList<double> High, double Confidence, int Resamples)
{
    /// <summary>Recalls at which a band is asked for: one for each percent.</summary>
    public const int DefaultPoints = 100;

    /// <summary>The reason that there is no band; null where there is one.</summary>
    public string? WhyUndefined { get; private init; }

    /// <summary>Draws; the same seed gives the same band, bit for bit.</summary>
    public static PrecisionRecallBand Of(
        RankedScores rows, int seed, int resamples = Bootstrap.DefaultResamples,
        double confidence = Interval.DefaultConfidence, int points = DefaultPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        double tail = (1 - Interval.Checked(confidence)) / 2;
        if (rows.Counts.MissingClass is string reason)
            return new PrecisionRecallBand([], [], [], confidence, resamples) { WhyUndefined = reason };

        double[][] precisions = Draw(rows.Ranking, rows.Counts.Positives, seed, resamples, points);
        Quantiles[] quantiles = [.. precisions.Select(one => Quantiles.Of(one))];
        return new PrecisionRecallBand(
            [.. Enumerable.Range(1, points).Select(point => (double)point / points)],
            [.. quantiles.Select(one => one.At(tail))], [.. quantiles.Select(one => one.At(1 - tail))], confidence, resamples);
    }

    private static double[][] Draw(Ranking ranking, long positives, int seed, int resamples, int points)
    {
        double[][] precisions = [.. Enumerable.Range(0, points).Select(_ => new double[resamples])];
        long[] truePositives = new long[ranking.Thresholds.Length], falsePositives = new long[ranking.Thresholds.Length];
        int[] timesDrawn = new int[ranking.Labels.Count];
        double[] precisionAt = new double[points];
        Resampling.Stratified(ranking.Labels).Repeat(seed, resamples, (b, drawn) =>
        {
            Array.Clear(timesDrawn);
            foreach (int place in drawn) timesDrawn[place]++;
            ranking.Count(timesDrawn, truePositives, falsePositives);
            ReadOff(truePositives, falsePositives, positives, precisionAt);
            for (int point = 0; point < points; point++) precisions[point][b] = precisionAt[point];
        });
        return precisions;
    }

    // Recall is compared in whole numbers, as 3/10 of 10 positives must be 3 of them: TP/m ≥ r/points ⇔ TP·points ≥ r·m.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    private static void ReadOff(
        ReadOnlySpan<long> truePositives, ReadOnlySpan<long> falsePositives, long positives, Span<double> precisionAt)
    {
        int k = 0;
        for (int point = 1; point <= precisionAt.Length; point++)
        {
            while (truePositives[k] * precisionAt.Length < point * positives) k++;
            precisionAt[point - 1] = (double)truePositives[k] / (truePositives[k] + falsePositives[k]);
        }
    }
}
