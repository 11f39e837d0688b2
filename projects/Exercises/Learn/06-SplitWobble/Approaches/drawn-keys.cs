// Every row draws a key; the quarter of a class with the smallest keys tests. Sorting by keys is a shuffle that one cannot get wrong, at
// the price of a sort.
static class Answer
{
    public static (double Mean, double Deviation, double Low, double High) Wobble(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> score, int seed)
    {
        var random = new Random(seed);
        double[] scores = Enumerable.Range(0, 200).Select(_ => One(rows, labels, random, score)⟦[0]|.Single()⟧).ToArray();
        double mean = scores.Average();
        double variance = ⟦scores.Average(one => Math.Pow(one - mean, 2))|scores.Sum(one => (one - mean) * (one - mean)) / 199⟧;
        double[] sorted = ⟦scores.Order().ToArray()|scores.OrderDescending().Reverse().ToArray()⟧;
        return (mean, Math.Sqrt(variance), At(0.025), At(0.975));

        // A straight line between two of the sorted scores.
        double At(double share)
        {
            double place = ⟦share * 199|share * 200 - 0.5⟧;
            int below = (int)place;
            return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
        }
    }

    public static double? Compare(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first,
        Func<double[][], bool[], double[][], bool[], double> second, int seed)
    {
        var random = new Random(seed);
        double[] x = Enumerable.Range(0, 200).Select(_ => One(rows, labels, random, first, second)).Select(s => s[0] - s[1]).ToArray();
        double mean = x.Average(), variance = x.Sum(one => (one - mean) * (one - mean)) / ⟦199|(x.Length - 1.0)⟧;
        double error = Math.Sqrt(⟦variance / 200 + variance / 3|variance * (1 / 200.0 + 1 / 3.0)⟧);
        return error > 0 ? mean / error : ⟦null|double.NaN⟧;
    }

    static double[] One(double[][] rows, bool[] labels, Random random, params Func<double[][], bool[], double[][], bool[], double>[] models)
    {
        double[] keys = rows.Select(_ => random.NextDouble()).ToArray();
        var test = new HashSet<int>();
        foreach (bool label in ⟦new[] { true, false }|new[] { false, true }⟧)
        {
            int[] own = Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).OrderBy(i => keys[i]).ToArray();
            test.UnionWith(⟦own.Take(own.Length / 4)|own.TakeLast(own.Length / 4)⟧);
        }

        int[] training = Enumerable.Range(0, labels.Length).Where(i => !test.Contains(i)).ToArray();
        int d = rows[0].Length;
        double[] mean = Enumerable.Range(0, d).Select(j => training.Average(i => rows[i][j])).ToArray();
        double[] square = Enumerable.Range(0, d).Select(j => training.Average(i => rows[i][j] * rows[i][j])).ToArray();
        double[] unit = mean.Zip(square, (m, ms) => Math.Sqrt(ms - m * m)).ToArray();
        double[] Scaled(int i) => rows[i].Select((x, j) => ⟦(x - mean[j])|(double)(float)(x - mean[j])⟧ / unit[j]).ToArray();
        int[] tests = ⟦test.ToArray()|test.Order().ToArray()⟧;
        return models.Select(model => model(
            training.Select(Scaled).ToArray(), training.Select(i => labels[i]).ToArray(),
            tests.Select(Scaled).ToArray(), tests.Select(i => labels[i]).ToArray())).ToArray();
    }
}
