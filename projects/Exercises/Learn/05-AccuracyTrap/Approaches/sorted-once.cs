// The rows are sorted by score once; going down the list, each row that is passed moves from "negative" to "positive", and the counts are
// kept up with one addition each. This is how a ROC curve of a million rows is made.
static class Answer
{
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds)
    {
        int positives = labels.Count(label => label);
        var traps = new List<double>();
        int[] rows = Enumerable.Range(0, labels.Length).⟦OrderByDescending(i => scores[i])|OrderBy(i => -scores[i])⟧.ToArray();
        int passed = 0, found = 0;
        foreach (double threshold in thresholds.OrderDescending())
        {
            for (; passed < rows.Length && scores[rows[passed]] >= threshold; passed++)
                if (labels[rows[passed]]) found++;
            int wrong = ⟦passed - found + positives - found|passed + positives - 2 * found⟧;
            if (⟦20 * wrong <= labels.Length|(labels.Length - wrong) / (double)labels.Length >= 0.95⟧
                && ⟦5 * found <= positives|found <= 0.2 * positives⟧)
                traps.Add(threshold);
        }

        return traps.ToArray();
    }

    public static (double Threshold, double Recall, double Cost) Choose(
        bool[] validationLabels, double[] validationScores, bool[] testLabels, double[] testScores, double miss, double falseAlarm)
    {
        double[] sorted = [.. validationScores];
        bool[] labels = [.. validationLabels];
        Array.Sort(sorted, labels);
        int positives = labels.Count(label => label), tp = 0, fp = 0;
        double best = 1, least = double.MaxValue;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            if (labels[i]) tp++; else fp++;
            if (i > 0 && sorted[i - 1] == sorted[i]) continue; // equal scores fall on one side together
            ⟦double|float⟧ cost = (float)(falseAlarm * fp + miss * (positives - tp));
            if (⟦5 * tp >= 4 * positives|tp / (double)positives >= 0.8⟧ && cost < least) (best, least) = (sorted[i], cost);
        }

        int found = 0, there = 0;
        double paid = 0;
        for (int i = 0; i < testScores.Length; i++)
        {
            if (testLabels[i]) there++;
            if (testScores[i] >= best && testLabels[i]) found++;
            if (testScores[i] >= best == testLabels[i]) continue;
            paid += ⟦testLabels[i] ? miss : falseAlarm|testScores[i] >= best ? falseAlarm : miss⟧;
        }

        return (best, ⟦(double)found / there|(float)found / there⟧, ⟦paid / testScores.Length|(float)paid / testScores.Length⟧);
    }

    public static (int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times)
    {
        int[] training = order[testRows..];
        int[] positives = training.Where(row => labels[row]).ToArray();
        for (int copy = 1; copy < times; copy++) training = ⟦[.. training, .. positives]|positives.Concat(training).ToArray()⟧;
        return (training, order[..testRows]);
    }

    public static double? Gap(bool[] labels, double[] probabilities)
    {
        int n = labels.Length;
        return n == 0 ? ⟦null|double.NaN⟧ : (probabilities.Sum() - labels.Count(label => label)) / n;
    }

    public static double Corrected(double p, double trainingShare, double realShare)
    {
        if (p is 0 or 1) return p;
        double logit = Logit(p) + Logit(realShare) - Logit(trainingShare);
        return ⟦1 / (1 + Math.Exp(-logit))|(float)(1 / (1 + Math.Exp(-logit)))⟧;
    }

    static double Logit(double p) => ⟦Math.Log(p / (1 - p))|Math.Log(p) - Math.Log(1 - p)⟧;
}
