// slip: in-probabilities
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

    public static (int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times)
    {
        int[] test = order.Take(testRows).ToArray();
        var training = new List<int>();
        foreach (int row in order.Skip(testRows))
        {
            int copies = labels[row] ? times : 1;
            for (int i = 0; i < copies; i++) training.Add(row);
        }
        return (training.ToArray(), test);
    }

    public static double? Gap(bool[] labels, double[] probabilities)
    {
        if (labels.Length == 0) return null;
        double share = labels.Count(label => label) / (double)labels.Length;
        return probabilities.Average() - share;
    }

    public static double Corrected(double p, double trainingShare, double realShare)
    {
        return p * realShare / trainingShare;
    }
}
