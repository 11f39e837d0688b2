// slip: each-part-scaled-alone
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
        var test = new List<int>();
        foreach (bool label in new[] { true, false })
        {
            int[] rows = Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).ToArray();
            random.Shuffle(rows);
            test.AddRange(rows.Take(rows.Length / 4));
        }
        return (Enumerable.Range(0, labels.Length).Except(test).ToArray(), test.ToArray());
    }

    static double[][] Standardised(double[][] rows)
    {
        int d = rows[0].Length;
        double[] mean = Enumerable.Range(0, d).Select(j => rows.Average(r => r[j])).ToArray();
        double[] sd = Enumerable.Range(0, d).Select(j => Math.Sqrt(rows.Average(r => Math.Pow(r[j] - mean[j], 2)))).ToArray();
        return rows.Select(r => r.Select((x, j) => (x - mean[j]) / sd[j]).ToArray()).ToArray();
    }

    static double Score(double[][] rows, bool[] labels, int[] training, int[] test,
        Func<double[][], bool[], double[][], bool[], double> score) =>
        score(Standardised(training.Select(i => rows[i]).ToArray()), training.Select(i => labels[i]).ToArray(),
            Standardised(test.Select(i => rows[i]).ToArray()), test.Select(i => labels[i]).ToArray());
}
