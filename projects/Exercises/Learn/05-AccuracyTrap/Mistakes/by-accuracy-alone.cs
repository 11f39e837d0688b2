// slip: by-accuracy-alone
static class Answer
{
    public static double[] Traps(bool[] labels, double[] scores, double[] thresholds)
    {
        var traps = new List<double>();
        foreach (double threshold in thresholds)
        {
            int right = 0, found = 0, positives = 0;
            for (int i = 0; i < labels.Length; i++)
            {
                bool called = scores[i] >= threshold;
                if (called == labels[i]) right++;
                if (labels[i]) positives++;
                if (labels[i] && called) found++;
            }
            double accuracy = (double)right / labels.Length;
            double recall = (double)found / positives;
            if (accuracy >= 0.95 && recall <= 0.2) traps.Add(threshold);
        }
        return traps.ToArray();
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
        double best = 0, most = -1;
        foreach (double threshold in validationScores)
        {
            var v = Count(validationLabels, validationScores, threshold);
            double accuracy = (double)(v.Tp + v.Tn) / validationLabels.Length;
            if (accuracy > most)
            {
                most = accuracy;
                best = threshold;
            }
        }
        var t = Count(testLabels, testScores, best);
        return (best, (double)t.Tp / (t.Tp + t.Fn), (miss * t.Fn + falseAlarm * t.Fp) / testLabels.Length);
    }
}
