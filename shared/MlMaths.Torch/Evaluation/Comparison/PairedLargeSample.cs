using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The second model's measure less the first's, of <see cref="MetricIntervals.ManyRows"/> rows or more, where a bootstrap of rows would
/// take minutes. Paired all the same: means of differences row by row, influences subtracted row by row, counts of what both called.
/// </summary>
internal static class PairedLargeSample
{
    /// <summary>Second less first.</summary>
    /// <param name="metric">Any but ROC area, which <see cref="PairedRocAreas"/> compares, and the cost per case.</param>
    /// <param name="firstRows">Labels and scores by one model.</param>
    /// <param name="secondRows">The same rows by another.</param>
    /// <param name="firstThreshold">From which the first calls; an infinite one calls all rows or none.</param>
    /// <param name="secondThreshold">From which the second does.</param>
    /// <param name="seed">Of what is drawn.</param>
    public static Interval Difference(
        BinaryMetric metric, RankedScores firstRows, RankedScores secondRows, double firstThreshold,
        double secondThreshold, int seed)
    {
        (bool[] labels, double[] first, double[] second) = (firstRows.LabelArray, firstRows.ScoreArray, secondRows.ScoreArray);
        Scores.RequireThreshold(firstThreshold);
        Scores.RequireThreshold(secondThreshold);
        return metric switch
        {
            BinaryMetric.LogLoss => OfMeans(labels, first, second, LogLoss.OfRow),
            BinaryMetric.Brier => OfMeans(labels, first, second, BrierScore.OfRow),
            BinaryMetric.AveragePrecision => OfAveragePrecisions(firstRows, secondRows),
            BinaryMetric.CalibrationError =>
                Interval.Undefined("calibration errors are not compared"),
            BinaryMetric.RocArea or BinaryMetric.CostPerCase =>
                throw new ArgumentException("PairedRocAreas and costs have their own ways.", nameof(metric)),
            _ => OfCalls(metric, labels, first, second, firstThreshold, secondThreshold, seed),
        };
    }

    private static Interval OfMeans(bool[] labels, double[] first, double[] second, Func<bool, double, double> lossOfRow) =>
        MeanInterval.OfMany(
            labels.Length, row => lossOfRow(labels[row], second[row]) - lossOfRow(labels[row], first[row]),
            Interval.DefaultConfidence, "normal distribution of a paired mean");

    private static Interval OfAveragePrecisions(RankedScores first, RankedScores second)
    {
        bool[] labels = first.LabelArray;
        (double ofFirst, double[] firstInfluence) = RowInfluences.Of(BinaryMetric.AveragePrecision, first, threshold: 0);
        (double ofSecond, double[] secondInfluence) = RowInfluences.Of(BinaryMetric.AveragePrecision, second, threshold: 0);
        double variance = SquaresOf(true) + SquaresOf(false);
        double reach = Normal.TwoSidedQuantile(Interval.DefaultConfidence) * Math.Sqrt(variance), difference = ofSecond - ofFirst;
        return new Interval(
            difference, difference - reach, difference + reach, Interval.DefaultConfidence, "paired infinitesimal jackknife");

        // Σ (U₂ − U₁ − their mean)² over a class, row by row.
        double SquaresOf(bool label)
        {
            double count = 0, mean = 0, squares = 0;
            for (int row = 0; row < labels.Length; row++)
            {
                if (labels[row] != label) continue;
                double gap = secondInfluence[row] - firstInfluence[row], before = gap - mean;
                mean += before / ++count;
                squares += before * (gap - mean);
            }

            return squares;
        }
    }

    private static Interval OfCalls(
        BinaryMetric metric, bool[] labels, double[] first, double[] second, double firstThreshold,
        double secondThreshold, int seed)
    {
        // 4 · label + 2 · the first's call + the second's call
        long[] cells = new long[8];
        for (int row = 0; row < labels.Length; row++)
            cells[(labels[row] ? 4 : 0) + (first[row] >= firstThreshold ? 2 : 0) + (second[row] >= secondThreshold ? 1 : 0)]++;
        return CellBootstrap.Percentile(cells, drawn => SecondOf(drawn)[metric] - FirstOf(drawn)[metric], seed);
    }

    private static ConfusionMatrix FirstOf(IReadOnlyList<long> c) => new(c[6] + c[7], c[2] + c[3], c[4] + c[5], c[0] + c[1]);

    private static ConfusionMatrix SecondOf(IReadOnlyList<long> c) => new(c[5] + c[7], c[1] + c[3], c[4] + c[6], c[0] + c[2]);
}
