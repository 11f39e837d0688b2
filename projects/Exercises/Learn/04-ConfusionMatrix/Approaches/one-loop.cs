// One loop fills the table, and every rate reads it. The table is counted in one place, so a mistake about the threshold can only be made
// once.
static class Answer
{
    public static int[][] Matrix(bool[] labels, double[] scores, double threshold)
    {
        int[][] matrix = ⟦[[0, 0], [0, 0]]|[new int[2], new int[2]]⟧;
        for (int i = ⟦0; i < labels.Length; i++|labels.Length - 1; i >= 0; i--⟧)
            matrix[labels[i] ? 1 : 0][⟦scores[i] >= threshold|!(scores[i] < threshold)⟧ ? 1 : 0]++;
        return matrix;
    }

    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        var matrix = Matrix(labels, scores, threshold);
        return Share(matrix[1][1], ⟦matrix[1][1] + matrix[0][1]|matrix[0][1] + matrix[1][1]⟧);
    }

    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        var matrix = Matrix(labels, scores, threshold);
        return Share(matrix[1][1], ⟦matrix[1][1] + matrix[1][0]|matrix[1].Sum()⟧);
    }

    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        var matrix = Matrix(labels, scores, threshold);
        return Share(⟦2 * matrix[1][1]|matrix[1][1] + matrix[1][1]⟧, 2 * matrix[1][1] + matrix[0][1] + matrix[1][0]);
    }

    private static double? Share(double some, double all) =>
        all == 0 ? ⟦null|double.NaN|throw new InvalidOperationException("A share of nothing is not defined.")⟧
            : ⟦some / all|(float)some / (float)all⟧;
}
