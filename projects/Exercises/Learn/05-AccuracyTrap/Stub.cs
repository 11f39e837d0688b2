#:property PublishAot=false

// Exercise 5: the accuracy trap.
//
//   accuracy = right predictions / all rows          recall = positives found / positives
//   a row is predicted positive where its score is at or above the threshold (≥)
//
// Write Traps and Choose for part 1, and the three methods below them for part 2; save, and look at what ./mlmaths learn 5 says.
Console.WriteLine($"{Answer.Traps([true, .. new bool[19]], new double[20], [1]).Length} trap");

static class Answer
{
    // Which of the thresholds are traps: accuracy of 0.95 or more, and recall of 0.2 or less. labels and scores have one entry per row,
    // and some row is positive. Each threshold once, in any order.
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds)
    {
        throw new NotImplementedException();
    }

    // Threshold: of the validation scores with a recall of 0.8 or more on the validation rows, the one at which errors cost least there:
    // `miss` for each positive that is predicted negative, `falseAlarm` for each negative that is. (Two never cost the same.)
    // Recall and Cost: what it finds, and what an average row costs (all rows count), on the test rows.
    public static (double Threshold, double Recall, double Cost) Choose(
        bool[] validationLabels, double[] validationScores, bool[] testLabels, double[] testScores, double miss, double falseAlarm)
    {
        throw new NotImplementedException();
    }

    // Part 2. Row numbers of both parts: the first `testRows` rows of `order` test. Of the others every negative trains once, and every
    // positive stands `times` times among the training rows.
    public static (int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times)
    {
        throw new NotImplementedException();
    }

    // Part 2. The mean of the probabilities less the share of positive rows: above 0 where a model promises too much. null without rows.
    public static double? Gap(bool[] labels, double[] probabilities)
    {
        throw new NotImplementedException();
    }

    // Part 2. The probability p of a model that learnt where `trainingShare` of the rows were positive, made right for a world where
    // `realShare` are. Both shares lie above 0 and below 1; p may be 0 or 1.
    public static double Corrected(double p, double trainingShare, double realShare)
    {
        throw new NotImplementedException();
    }
}
