// One small method counts the four kinds of rows, and everything else is read off them. Long, plain, and easy to check by hand.
static class Answer
{
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds)
    {
        var traps = new List<double>();
        foreach (double threshold in ⟦thresholds|thresholds.Reverse()⟧)
        {
            var (tp, fp, fn, tn) = Count(labels, scores, threshold);
            double accuracy = ⟦(double)(tp + tn) / labels.Length|(tp + tn) / (double)(tp + fp + fn + tn)⟧;
            if (accuracy >= 0.95 && ⟦(double)tp / (tp + fn) <= 0.2|5 * tp <= tp + fn⟧) traps.Add(threshold);
        }

        return traps.⟦ToArray()|Order().ToArray()⟧;
    }

    public static (double Threshold, double Recall, double Cost) Choose(
        bool[] validationLabels, double[] validationScores, bool[] testLabels, double[] testScores, double miss, double falseAlarm)
    {
        double best = double.NaN, least = double.PositiveInfinity;
        foreach (double threshold in ⟦validationScores|validationScores.Distinct()|validationScores.Order()⟧)
        {
            var (tp, fp, fn, _) = Count(validationLabels, validationScores, threshold);
            if ((double)tp / (tp + fn) < 0.8) continue;
            double cost = ⟦miss * fn + falseAlarm * fp|fp * falseAlarm + fn * miss⟧;
            if (cost ⟦<|<=⟧ least) (best, least) = (threshold, cost);
        }

        var test = Count(testLabels, testScores, best);
        double recall = (double)test.Tp / (test.Tp + test.Fn);
        return (best, recall, (miss * test.Fn + falseAlarm * test.Fp) / testLabels.Length);
    }

    public static (int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times)
    {
        var training = new List<int>();
        for (int place = testRows; place < order.Length; place++)
            for (int copy = 0; copy < (labels[order[place]] ? times : 1); copy++)
                training.Add(order[place]);
        return (training.ToArray(), order[..testRows]);
    }

    public static double? Gap(bool[] labels, double[] probabilities)
    {
        if (labels.Length == 0) ⟦return null|return double.NaN|throw new ArgumentException("There are no rows.")⟧;
        double promised = 0, happened = 0;
        for (int i = ⟦0; i < labels.Length; i++|labels.Length - 1; i >= 0; i--⟧)
        {
            promised += probabilities[i];
            if (labels[i]) happened++;
        }

        return ⟦(promised - happened) / labels.Length|promised / labels.Length - happened / labels.Length⟧;
    }

    public static double Corrected(double p, double trainingShare, double realShare)
    {
        double positives = p * realShare / trainingShare;
        double negatives = (1 - p) * (1 - realShare) / (1 - trainingShare);
        return ⟦positives / (positives + negatives)|1 - negatives / (positives + negatives)⟧;
    }

    static (int Tp, int Fp, int Fn, int Tn) Count(bool[] labels, double[] scores, double threshold)
    {
        int tp = 0, fp = 0, fn = 0, tn = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (scores[i] >= threshold)
            {
                if (labels[i]) tp++; else fp++;
            }
            else if (labels[i]) fn++;
            else tn++;
        }

        return (tp, fp, fn, tn);
    }
}
