// slip: not-stratified
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

    static (int[] Training, int[] Test) Split(bool[] labels, Random random)
    {
        int[] rows = Enumerable.Range(0, labels.Length).ToArray();
        random.Shuffle(rows);
        return (rows[(rows.Length / 4)..], rows[..(rows.Length / 4)]);
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
