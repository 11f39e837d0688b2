// slip: accuracy
static class Answer
{
    static (int tp, int fp, int fn, int tn) Count(bool[] labels, double[] scores, double threshold)
    {
        int tp = 0, fp = 0, fn = 0, tn = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (scores[i] >= threshold)
            {
                if (labels[i]) tp++; else fp++;
            }
            else
            {
                if (labels[i]) fn++; else tn++;
            }
        }
        return (tp, fp, fn, tn);
    }

    public static int[][] Matrix(bool[] labels, double[] scores, double threshold)
    {
        var (tp, fp, fn, tn) = Count(labels, scores, threshold);
        return [[tn, fp], [fn, tp]];
    }

    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        int right = 0;
        for (int i = 0; i < labels.Length; i++)
            if (labels[i] == scores[i] >= threshold) right++;
        return (double)right / labels.Length;
    }

    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        var (tp, fp, fn, tn) = Count(labels, scores, threshold);
        if (tp + fn == 0) return null;
        return (double)tp / (tp + fn);
    }

    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        double? p = Precision(labels, scores, threshold), r = Recall(labels, scores, threshold);
        if (p is null || r is null || p + r == 0) return null;
        return 2 * p * r / (p + r);
    }
}
