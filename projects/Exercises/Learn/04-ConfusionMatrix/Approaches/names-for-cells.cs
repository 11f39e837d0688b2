// Four names in place of a table: TP reads better than matrix[1][1], and the compiler finds a name that is misspelt. The rates divide only
// where there is something to divide by.
static class Answer
{
    public static int[][] Matrix(bool[] labels, double[] scores, double threshold)
    {
        var (TP, FP, FN, TN) = Counted(labels, scores, threshold);
        ⟦return [[TN, FP], [FN, TP]];|return new int[][] { new[] { TN, FP }, new[] { FN, TP } };⟧
    }

    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        var (TP, FP, _, _) = Counted(labels, scores, threshold);
        return TP + FP > 0 ? ⟦(double)TP / (TP + FP)|TP / (double)(FP + TP)|1 - (double)FP / (TP + FP)⟧ : null;
    }

    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        var (TP, _, FN, _) = Counted(labels, scores, threshold);
        return TP + FN > 0 ? ⟦(double)TP / (TP + FN)|1.0 / (TP + FN) * TP|1 - (double)FN / (TP + FN)⟧ : ⟦null|double.NaN⟧;
    }

    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        var (TP, FP, FN, _) = Counted(labels, scores, threshold);
        if (TP + FP + FN == 0) ⟦return null;|return double.NaN;|throw new DivideByZeroException();⟧
        return ⟦2.0 * TP / (2 * TP + FP + FN)|TP / (TP + (FP + FN) / 2.0)|2f * TP / (2 * TP + FP + FN)⟧;
    }

    private static (int TP, int FP, int FN, int TN) Counted(bool[] labels, double[] scores, double threshold)
    {
        int TP = 0, FP = 0, FN = 0, TN = 0;
        foreach (var (label, score) in labels.Zip(scores))
        {
            bool called = ⟦score >= threshold|score.CompareTo(threshold) >= 0⟧;
            if (called && label) TP++;
            else if (called) FP++;
            else if (label) FN++;
            else TN++;
        }

        return (TP, FP, FN, TN);
    }
}
