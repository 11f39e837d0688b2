namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Labels against calls of a two-class model. A measure whose denominator is 0 is null, not 0;
/// <see cref="WhyUndefined"/> has the reason in words.
/// </summary>
/// <param name="TruePositives">TP: positive, and called so.</param>
/// <param name="FalsePositives">FP: false alarms.</param>
/// <param name="FalseNegatives">FN: misses.</param>
/// <param name="TrueNegatives">TN: negative, and left alone.</param>
public sealed record ConfusionMatrix(long TruePositives, long FalsePositives, long FalseNegatives, long TrueNegatives)
{
    /// <summary>
    /// Counts the calls "score ≥ threshold is positive"; an infinite threshold calls every row or none.
    /// </summary>
    public static ConfusionMatrix Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores, double threshold)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        Scores.RequireThreshold(threshold);
        long truePositives = 0, falsePositives = 0, positives = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            bool called = scores[row] >= threshold;
            if (labels[row]) positives++;
            if (called && labels[row]) truePositives++;
            if (called && !labels[row]) falsePositives++;
        }
        return new ConfusionMatrix(
            truePositives, falsePositives, positives - truePositives, labels.Length - positives - falsePositives);
    }

    /// <summary>TP + FN.</summary>
    public long Positives => TruePositives + FalseNegatives;

    /// <summary>FP + TN.</summary>
    public long Negatives => FalsePositives + TrueNegatives;

    /// <summary>TP + FP.</summary>
    public long PredictedPositive => TruePositives + FalsePositives;

    /// <summary>FN + TN.</summary>
    public long PredictedNegative => FalseNegatives + TrueNegatives;

    /// <summary>All rows.</summary>
    public long Rows => Positives + Negatives;

    /// <summary>(TP + TN) / n.</summary>
    public double? Accuracy => Ratio(TruePositives + TrueNegatives, Rows);

    /// <summary>TP / (TP + FP); null when nothing was flagged positive.</summary>
    public double? Precision => Ratio(TruePositives, PredictedPositive);

    /// <summary>TP / (TP + FN); null without positives.</summary>
    public double? Recall => Ratio(TruePositives, Positives);

    /// <summary>TN / (TN + FP); null without negatives.</summary>
    public double? Specificity => Ratio(TrueNegatives, Negatives);

    /// <summary>(recall + specificity) / 2; null unless both classes are there.</summary>
    public double? BalancedAccuracy => (Recall + Specificity) / 2;

    /// <summary>2 TP / (2 TP + FP + FN).</summary>
    public double? F1 => FBeta(1);

    /// <summary>
    /// (1 + β²) TP / ((1 + β²) TP + β² FN + FP): recall counts β times as much as precision (C. J. van Rijsbergen, 1979).
    /// Null only where there are neither positives nor calls: without calls alone it is 0, although precision is not defined.
    /// </summary>
    public double? FBeta(double beta)
    {
        double hits = (1 + Finite.NotNegative(beta) * beta) * TruePositives;
        return Ratio(hits, hits + beta * beta * FalseNegatives + FalsePositives);
    }

    /// <summary>
    /// (TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)), from −1 to 1 (B. W. Matthews, 1975). Null when one of
    /// the four margins is empty. Many programs print 0 there, which would read as "no better than chance".
    /// </summary>
    public double? Matthews
    {
        get
        {
            double agreement =
                (double)TruePositives * TrueNegatives - (double)FalsePositives * FalseNegatives;
            // A product of square roots: a product of four counts would lose digits above 2^53.
            double scale = Math.Sqrt((double)PredictedPositive * Positives) * Math.Sqrt((double)PredictedNegative * Negatives);
            return Ratio(agreement, scale);
        }
    }

    /// <summary>
    /// (pₒ − pₑ) / (1 − pₑ): pₒ is the accuracy, pₑ what independent calls with the same margins would reach (J. Cohen,
    /// 1960). Null where calls and labels are one and the same class, so that pₑ = 1.
    /// </summary>
    public double? CohenKappa
    {
        get
        {
            double n = Rows;
            double byChance = (double)Positives * PredictedPositive + (double)Negatives * PredictedNegative;
            return Ratio(n * (TruePositives + TrueNegatives) - byChance, n * n - byChance);
        }
    }

    /// <summary>A measure that sees nothing but the four counts, by name; null where it is not defined.</summary>
    public double? this[BinaryMetric metric] => metric switch
    {
        BinaryMetric.Accuracy => Accuracy,
        BinaryMetric.BalancedAccuracy => BalancedAccuracy,
        BinaryMetric.Precision => Precision,
        BinaryMetric.Recall => Recall,
        BinaryMetric.Specificity => Specificity,
        BinaryMetric.F1 => F1,
        BinaryMetric.F2 => FBeta(2),
        BinaryMetric.Matthews => Matthews,
        BinaryMetric.CohenKappa => CohenKappa,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "This measure sees more than the four counts."),
    };

    /// <summary>The reason that a measure of the calls is null, as a clause; null where it is defined.</summary>
    public string? WhyUndefined(BinaryMetric metric) => metric switch
    {
        _ when Rows == 0 => "there are no rows",
        BinaryMetric.Precision when PredictedPositive == 0 => "nothing was flagged positive",
        BinaryMetric.Recall when Positives == 0 => MissingClass(),
        BinaryMetric.Specificity when Negatives == 0 => MissingClass(),
        BinaryMetric.BalancedAccuracy when Positives == 0 || Negatives == 0 => MissingClass(),
        BinaryMetric.F1 or BinaryMetric.F2 when Positives == 0 && PredictedPositive == 0 =>
            "there are no positive rows and nothing was flagged positive",
        BinaryMetric.Matthews when Positives == 0 || Negatives == 0 => MissingClass(),
        BinaryMetric.Matthews when PredictedPositive == 0 => "nothing was flagged positive",
        BinaryMetric.Matthews when PredictedNegative == 0 => "everything was flagged positive",
        BinaryMetric.CohenKappa when TruePositives == Rows || TrueNegatives == Rows =>
            "all labels and all predictions are of one class",
        _ => null,
    };

    private string MissingClass() => Positives == 0 ? Scores.NoPositives : Scores.NoNegatives;

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
