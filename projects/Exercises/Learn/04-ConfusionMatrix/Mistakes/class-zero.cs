// slip: class-zero
static class Answer
{
    public static int[][] Matrix(bool[] labels, double[] scores, double threshold)
    {
        int[][] m = [[0, 0], [0, 0]];
        for (int i = 0; i < scores.Length; i++)
            m[Convert.ToInt32(labels[i])][Convert.ToInt32(scores[i] >= threshold)] += 1;
        return m;
    }

    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        int[][] m = Matrix(labels, scores, threshold);
        double called = m[0][0] + m[1][0];
        return called == 0 ? null : m[0][0] / called;
    }

    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        int[][] m = Matrix(labels, scores, threshold);
        double positive = m[0][0] + m[0][1];
        return positive == 0 ? null : m[0][0] / positive;
    }

    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        double? p = Precision(labels, scores, threshold), r = Recall(labels, scores, threshold);
        if (p is null || r is null || p + r == 0) return null;
        return 2 * p * r / (p + r);
    }
}
