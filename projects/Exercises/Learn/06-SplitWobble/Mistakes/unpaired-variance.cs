// slip: unpaired-variance
static class Answer
{
    public static (double Mean, double Deviation, double Low, double High) Wobble(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> score, int seed)
    {
        var random = new Random(seed);
        var scores = new List<double>();
        for (int split = 0; split < 200; split++)
        {
            var (training, test) = Split(labels, random);
            scores.Add(Score(rows, labels, training, test, score));
        }
        double mean = scores.Average();
        double s = Math.Sqrt(scores.Sum(x => (x - mean) * (x - mean)) / 199);
        scores.Sort();
        return (mean, s, scores[5], scores[194]);
    }

    public static double? Compare(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first,
        Func<double[][], bool[], double[][], bool[], double> second, int seed)
    {
        var random = new Random(seed);
        var a = new double[200];
        var b = new double[200];
        double ratio = 0;
        for (int split = 0; split < 200; split++)
        {
            var (training, test) = Split(labels, random);
            a[split] = Score(rows, labels, training, test, first);
            b[split] = Score(rows, labels, training, test, second);
            ratio = (double)test.Length / training.Length;
        }
        double meanA = a.Average(), meanB = b.Average();
        double variance = (a.Sum(x => (x - meanA) * (x - meanA)) + b.Sum(x => (x - meanB) * (x - meanB))) / 199;
        if (variance == 0) return null;
        return (meanA - meanB) / Math.Sqrt((1.0 / 200 + ratio) * variance);
    }

    static (int[] Training, int[] Test) Split(bool[] labels, Random random)
    {
        var test = new List<int>();
        foreach (bool label in new[] { true, false })
        {
            int[] rows = Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).ToArray();
            random.Shuffle(rows);
            test.AddRange(rows.Take(rows.Length / 4));
        }
        return (Enumerable.Range(0, labels.Length).Except(test).ToArray(), test.ToArray());
    }

    static double Score(double[][] rows, bool[] labels, int[] training, int[] test,
        Func<double[][], bool[], double[][], bool[], double> score)
    {
        int d = rows[0].Length;
        var mean = new double[d];
        var unit = new double[d];
        for (int j = 0; j < d; j++)
        {
            mean[j] = training.Average(i => rows[i][j]);
            unit[j] = Math.Sqrt(training.Average(i => (rows[i][j] - mean[j]) * (rows[i][j] - mean[j])));
        }
        double[][] trainX = training.Select(i => rows[i].Select((x, j) => (x - mean[j]) / unit[j]).ToArray()).ToArray();
        double[][] testX = test.Select(i => rows[i].Select((x, j) => (x - mean[j]) / unit[j]).ToArray()).ToArray();
        return score(trainX, training.Select(i => labels[i]).ToArray(), testX, test.Select(i => labels[i]).ToArray());
    }
}
