// Every quantity is a sentence about rows: those that are positive, those predicted so. Short, and each line can be read aloud; every
// sentence walks over all rows once more.
static class Answer
{
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds) => thresholds
        .Where(t => Rows(labels).Average(i => ⟦labels[i] == scores[i] >= t|labels[i] ^ scores[i] < t⟧ ? 1.0 : 0) >= 0.95)
        .Where(t => Recall(labels, scores, t) <= 0.2)
        .⟦ToArray()|Distinct().ToArray()|OrderDescending().ToArray()⟧;

    public static (double Threshold, double Recall, double Cost) Choose(
        bool[] validationLabels, double[] validationScores, bool[] testLabels, double[] testScores, double miss, double falseAlarm)
    {
        double threshold = validationScores
            .Where(t => Recall(validationLabels, validationScores, t) >= 0.8)
            .⟦|Distinct().|Order().⟧MinBy(t => Cost(validationLabels, validationScores, t));
        return (threshold, Recall(testLabels, testScores, threshold), Cost(testLabels, testScores, threshold));

        double Cost(bool[] labels, double[] scores, double t) =>
            Rows(labels).Average(i =>
                labels[i] == scores[i] >= t ? 0 : ⟦labels[i] ? miss : falseAlarm|scores[i] >= t ? falseAlarm : miss⟧);
    }

    public static (int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times) => (
        order.Skip(testRows).SelectMany(row => Enumerable.Repeat(row, labels[row] ? times : 1)).ToArray(),
        order.⟦Take(testRows).ToArray()|Where((_, place) => place < testRows).ToArray()⟧);

    public static double⟦?|⟧ Gap(bool[] labels, double[] probabilities) =>
        ⟦probabilities.Average() - labels.Average(label => label ? 1.0 : 0)|
        probabilities.Zip(labels, (p, label) => p - (label ? 1 : 0)).Average()⟧;

    public static double Corrected(double p, double trainingShare, double realShare)
    {
        double odds = Odds(p) * ⟦Odds(realShare) / Odds(trainingShare)|Odds(1 - trainingShare) * Odds(realShare)⟧;
        return double.IsInfinity(odds) ? 1 : odds / (1 + odds);
    }

    static double Odds(double p) => p / (1 - p);

    static double Recall(bool[] labels, double[] scores, double t) =>
        Rows(labels).Where(i => labels[i]).⟦Average(i => scores[i] >= t ? 1.0 : 0)|Average(i => scores[i] < t ? 0.0 : 1)⟧;

    static IEnumerable<int> Rows(bool[] labels) => Enumerable.Range(0, labels.Length);
}
