// The rows of each class lie in a pile of their own; both piles are shuffled, and a quarter of each is dealt to the test. One generator,
// made once from the seed, goes on from split to split.
static class Answer
{
    public static (double Mean, double Deviation, double Low, double High) Wobble(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> score, int seed)
    {
        var scores = new double[200];
        int split = 0;
        foreach (var (training, test) in Splits(labels, seed))
            scores[split++] = Score(rows, labels, training, test, score);
        double mean = ⟦scores.Average()|scores.Sum() / 200⟧;
        double deviation = Math.Sqrt(scores.Sum(one => (one - mean) * (one - mean)) / ⟦199|200⟧);
        Array.Sort(scores);
        return (mean, deviation, ⟦scores[5]|scores[4]|(scores[4] + scores[5]) / 2⟧, ⟦scores[194]|scores[195]⟧);
    }

    public static double? Compare(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first,
        Func<double[][], bool[], double[][], bool[], double> second, int seed)
    {
        var differences = new List<double>();
        int n1 = 0, n2 = 0;
        foreach (var (training, test) in Splits(labels, seed))
        {
            (n1, n2) = (training.Length, test.Length);
            differences.Add(Score(rows, labels, training, test, first) - Score(rows, labels, training, test, second));
        }

        double mean = differences.Average();
        double variance = differences.Sum(one => (one - mean) * (one - mean)) / ⟦199|(differences.Count - 1)|differences.Count⟧;
        if (variance == 0) ⟦return null|return double.NaN|throw new ArgumentException("All differences are the same.")⟧;
        return mean / Math.Sqrt((1.0 / 200 + (double)n2 / n1) * variance);
    }

    static IEnumerable<(int[] Training, int[] Test)> Splits(bool[] labels, int seed)
    {
        var random = new Random(seed);
        int[] positives = ⟦Enumerable.Range(0, labels.Length)|labels.Select((_, i) => i)⟧.Where(i => labels[i]).ToArray();
        int[] negatives = Enumerable.Range(0, labels.Length).Where(i => !labels[i]).ToArray();
        for (int split = 0; split < 200; split++)
        {
            random.Shuffle(positives);
            random.Shuffle(negatives);
            int p = positives.Length / 4, n = negatives.Length / 4;
            yield return ([.. positives[p..], .. negatives[n..]], [.. positives[..p], .. negatives[..n]]);
        }
    }

    static double Score(
        double[][] rows, bool[] labels, int[] training, int[] test, Func<double[][], bool[], double[][], bool[], double> score)
    {
        int d = rows[0].Length;
        double[] mean = new double[d], unit = new double[d];
        for (int j = 0; j < d; j++)
        {
            foreach (int i in training) mean[j] += rows[i][j] / training.Length;
            foreach (int i in training) unit[j] += (rows[i][j] - mean[j]) * (rows[i][j] - mean[j]);
            unit[j] = Math.Sqrt(unit[j] / ⟦training.Length|(training.Length - 1)⟧);
        }

        double[][] Scaled(int[] some) => some.Select(i => rows[i].Select((x, j) => (x - mean[j]) / unit[j]).ToArray()).ToArray();
        bool[] Own(int[] some) => some.Select(i => labels[i]).ToArray();
        return score(Scaled(training), Own(training), Scaled(test), Own(test));
    }
}
