// Each method asks its own question of the rows, in words that read like the definition. It goes through them more than once, which is no
// matter for thousands of rows.
static class Answer
{
    public static ⟦int[][]|List<int[]>⟧ Matrix(bool[] labels, double[] scores, double threshold) =>
    [
        [Count(labels, scores, threshold, false, false), Count(labels, scores, threshold, false, true)],
        [Count(labels, scores, threshold, true, false), Count(labels, scores, threshold, true, true)],
    ];

    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        int called = ⟦scores.Count(score => score >= threshold)|scores.Where(score => score >= threshold).Count()⟧;
        if (called == 0) return ⟦null|double.NaN⟧;
        return ⟦(double)|(float)⟧Count(labels, scores, threshold, true, true) / called;
    }

    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        int positive = ⟦labels.Count(one => one)|labels.Sum(one => one ? 1 : 0)⟧;
        if (positive == 0) return ⟦null|double.NaN⟧;
        return ⟦1.0 *|1f *⟧ Count(labels, scores, threshold, true, true) / positive;
    }

    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        double? precision = Precision(labels, scores, threshold), recall = Recall(labels, scores, threshold);
        return ⟦2 * precision * recall / (precision + recall)|2 / (1 / precision + 1 / recall)⟧;
    }

    private static int Count(bool[] labels, double[] scores, double threshold, bool positive, bool called) =>
        labels.Zip(scores).Count(row =>
            ⟦row.First == positive && row.Second >= threshold == called|(row.First, row.Second >= threshold) == (positive, called)⟧);
}
