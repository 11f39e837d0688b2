namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A measure of rows, and how much it gains per unit of weight on each of them. No measure changes where all weights grow alike, so
/// the influences of all rows sum to 0, and the error of the measure is about the sum of those of the rows that came.
/// <code>
/// log loss, Brier       Uᵢ = (lᵢ − L)/n                 a mean of n rows
/// measures of calls     Uᵢ = ∂M/∂n_k                    k the cell of row i: TP, FP, FN or TN; by central differences
/// ROC area              Uᵢ = (V10ᵢ − A)/m of a positive, (V01ᵢ − A)/n₀ of a negative     <see cref="DeLong"/>
/// average precision     <see cref="RankingVariance"/>
/// </code>
/// </summary>
/// <param name="Value">The measure.</param>
/// <param name="OfRow">U, in the order of the rows.</param>
internal sealed record RowInfluences(double Value, double[] OfRow)
{
    // Counts are taken so many times over, so that one row more or less is a small step; no measure of them notices.
    private const long Times = 1000;

    /// <summary>Of a measure that is defined on these rows; neither the calibration error, whose bins bend it, nor costs.</summary>
    /// <param name="metric">Which one.</param>
    /// <param name="rows">Labels and scores.</param>
    /// <param name="threshold">From which a row is called.</param>
    public static RowInfluences Of(BinaryMetric metric, RankedScores rows, double threshold) => metric switch
    {
        BinaryMetric.LogLoss => OfMean(rows, LogLoss.OfRow),
        BinaryMetric.Brier => OfMean(rows, BrierScore.OfRow),
        BinaryMetric.RocArea => OfRocArea(rows),
        BinaryMetric.AveragePrecision => OfAveragePrecision(rows),
        BinaryMetric.CalibrationError or BinaryMetric.CostPerCase =>
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "This measure has no influences here."),
        _ => OfCalls(metric, rows, threshold),
    };

    private static RowInfluences OfMean(RankedScores rows, Func<bool, double, double> lossOfRow)
    {
        double[] influence = new double[rows.Rows];
        for (int row = 0; row < influence.Length; row++)
            influence[row] = lossOfRow(rows.Labels[row], rows.Scores[row]);
        double mean = influence.Average();
        return new(mean, Array.ConvertAll(influence, loss => (loss - mean) / influence.Length));
    }

    private static RowInfluences OfCalls(BinaryMetric metric, RankedScores rows, double threshold)
    {
        ConfusionMatrix calls = rows.Counts.At(threshold);
        double[] ofCell = [.. Enumerable.Range(0, 4).Select(cell => Slope(calls, cell, metric))];
        double[] influence = new double[rows.Rows];
        for (int row = 0; row < influence.Length; row++)
            influence[row] = ofCell[(rows.Labels[row] ? 2 : 0) + (rows.Scores[row] >= threshold ? 1 : 0)];
        return new(calls[metric]!.Value, influence);
    }

    // Cells 0 to 3: TN, FP, FN, TP. A cell without rows has no row to ask for.
    private static double Slope(ConfusionMatrix calls, int cell, BinaryMetric metric)
    {
        long[] counts = [calls.TrueNegatives, calls.FalsePositives, calls.FalseNegatives, calls.TruePositives];
        if (counts[cell] == 0) return 0;
        return Times * (Moved(1) - Moved(-1)) / 2;

        double Moved(long by)
        {
            long[] moved = Array.ConvertAll(counts, count => Times * count);
            moved[cell] += by;
            return new ConfusionMatrix(moved[3], moved[1], moved[2], moved[0])[metric]!.Value;
        }
    }

    private static RowInfluences OfRocArea(RankedScores rows)
    {
        double[] influence = DeLong.Shares(rows);
        double m = rows.Counts.Positives, n0 = rows.Counts.Negatives;
        double area = RocCurve.AreaUnder(rows.Counts.CumulativePositives, rows.Counts.CumulativeNegatives)!.Value;
        for (int row = 0; row < influence.Length; row++)
            influence[row] = (influence[row] - area) / (rows.Labels[row] ? m : n0);
        return new(area, influence);
    }

    private static RowInfluences OfAveragePrecision(RankedScores rows)
    {
        ThresholdCounts counts = rows.Counts;
        (double[] positive, double[] negative) = RankingVariance.Influences(counts);
        double[] influence = new double[rows.Rows];
        for (int row = 0; row < influence.Length; row++)
        {
            int place = counts.PlaceOf(rows.Scores[row]);
            influence[row] = rows.Labels[row] ? positive[place] : negative[place];
        }

        return new(PrecisionRecallCurve.AreaInSteps(counts.CumulativePositives, counts.CumulativeNegatives)!.Value, influence);
    }
}
