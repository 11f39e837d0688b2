// slip: precision-for-recall
static class Answer
{
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds)
    {
        return thresholds.Where(t =>
        {
            int tp = Enumerable.Range(0, labels.Length).Count(i => labels[i] && scores[i] >= t);
            int fp = Enumerable.Range(0, labels.Length).Count(i => !labels[i] && scores[i] >= t);
            int tn = labels.Count(label => !label) - fp;
            double accuracy = (double)(tp + tn) / labels.Length;
            double recall = tp + fp == 0 ? 0 : (double)tp / (tp + fp);
            return accuracy >= 0.95 && recall <= 0.2;
        }).ToArray();
    }

    static (int Tp, int Fp, int Fn, int Tn) Count(bool[] labels, double[] scores, double threshold)
    {
        int tp = 0, fp = 0, fn = 0, tn = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            bool called = scores[i] >= threshold;
            if (labels[i] && called) tp++;
            else if (called) fp++;
            else if (labels[i]) fn++;
            else tn++;
        }
        return (tp, fp, fn, tn);
    }

    public static (double Threshold, double Recall, double Cost) Choose(
        bool[] validationLabels, double[] validationScores, bool[] testLabels, double[] testScores, double miss, double falseAlarm)
    {
        double best = 0, least = double.MaxValue;
        foreach (double threshold in validationScores)
        {
            var v = Count(validationLabels, validationScores, threshold);
            double recall = (double)v.Tp / (v.Tp + v.Fn);
            if (recall < 0.8) continue;
            double cost = miss * v.Fn + falseAlarm * v.Fp;
            if (cost < least)
            {
                least = cost;
                best = threshold;
            }
        }
        var t = Count(testLabels, testScores, best);
        return (best, (double)t.Tp / (t.Tp + t.Fn), (miss * t.Fn + falseAlarm * t.Fp) / testLabels.Length);
    }
}
