#:property PublishAot=false

// Exercise 4: what did the model find, and what did it miss?
//
//                 predicted −  predicted +
//   negative          TN         FP         precision = TP / (TP + FP)     F1 = 2 precision · recall / (precision + recall)
//   positive          FN         TP         recall    = TP / (TP + FN)        = 2TP / (2TP + FP + FN)
//
// A row is predicted positive where its score is at least the threshold. Write all four, save, and look at what ./mlmaths learn 4 says.
int[][] counts = Answer.Matrix([true, false, true, false], [0.9, 0.8, 0.3, 0.1], 0.5);
Console.WriteLine($"negative: {string.Join(" ", counts[0])}   positive: {string.Join(" ", counts[1])}");

static class Answer
{
    // labels and scores have the same length, n; true is positive. Row 0 holds the negative rows, row 1 the positive ones; column 0 those
    // that are predicted negative, column 1 those predicted positive: [[TN, FP], [FN, TP]].
    public static int[][] Matrix(bool[] labels, double[] scores, double threshold)
    {
        throw new NotImplementedException();
    }

    // Of the rows predicted positive, the share that is positive. Where that is not defined: null.
    public static double? Precision(bool[] labels, double[] scores, double threshold)
    {
        throw new NotImplementedException();
    }

    // Of the rows that are positive, the share that is predicted positive.
    public static double? Recall(bool[] labels, double[] scores, double threshold)
    {
        throw new NotImplementedException();
    }

    // The harmonic mean of the two: small where either is small.
    public static double? F1(bool[] labels, double[] scores, double threshold)
    {
        throw new NotImplementedException();
    }
}
