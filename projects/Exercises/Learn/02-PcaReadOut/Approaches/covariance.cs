// By the covariance: one square of 4 × 4 numbers holds all that components need, however many rows there are. This is what one writes
// where rows are many and columns few.
static class Answer
{
    public static ⟦double[][]|IReadOnlyList<double[]>|IEnumerable<double[]>⟧ Components(double[][] rows) =>
        Fit(Centred(rows, Means(rows))).Components;

    public static ⟦double[]|IReadOnlyList<double>⟧ Ratios(double[][] rows)
    {
        double[] variances = Fit(Centred(rows, Means(rows))).Variances;
        return variances.Select(one => ⟦one / variances.Sum()|1 / variances.Sum() * one⟧).ToArray();
    }

    public static double[][] Scores(double[][] rows)
    {
        double[][] centred = Centred(rows, Means(rows));
        return Along(centred, Fit(centred).Components);
    }

    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] means = Means(train);
        double[] deviations = Enumerable.Range(0, means.Length)
            .Select(j => Math.Sqrt(train.Sum(row => Math.Pow(row[j] - means[j], 2)) / ⟦(train.Length - 1)|train.Length⟧)).ToArray();
        double[][] Scaled(double[][] rows) =>
            Centred(rows, means).Select(row => row.Zip(deviations, (x, deviation) => x / deviation).ToArray()).ToArray();
        return Along(Scaled(test), Fit(Scaled(train)).Components);
    }

    private static double[] Means(double[][] rows) =>
        rows[0].Select((_, j) => ⟦rows.Average(row => row[j])|rows.Sum(row => row[j]) / rows.Length⟧).ToArray();

    private static double[][] Centred(double[][] rows, double[] means) =>
        rows.Select(row => row.Zip(means, (x, mean) => x - mean).ToArray()).ToArray();

    private static double[][] Along(double[][] rows, double[][] components) =>
        rows.Select(row => components
            .Select(v => ⟦row.Zip(v, (x, y) => x * y).Sum()|row.Select((x, j) => x * v[j]).Sum()⟧).ToArray()).ToArray();

    private static (double[][] Components, double[] Variances) Fit(double[][] centred)
    {
        int d = centred[0].Length;
        double[][] C = Enumerable.Range(0, d).Select(j => Enumerable.Range(0, d)
            .Select(k => centred.Sum(row => row[j] * row[k]) / ⟦(centred.Length - 1)|centred.Length⟧).ToArray()).ToArray();
        var (values, vectors) = Eigen(C);
        int[] order = Enumerable.Range(0, d).Reverse().ToArray();
        double[][] components = order.Select(k => vectors.Select(row => ⟦row[k]|-row[k]⟧).ToArray()).ToArray();
        return (components, order.Select(k => values[k]).ToArray());
    }

    static (double[] Values, double[][] Vectors) Eigen(double[][] symmetric)
    {
        int d = symmetric.Length;
        double[][] a = symmetric.Select(row => row.ToArray()).ToArray();
        double[][] v = a.Select((row, i) => row.Select((_, j) => i == j ? 1.0 : 0.0).ToArray()).ToArray();
        for (int sweep = 0; sweep < 12; sweep++)
            for (int p = 0; p < d; p++)
                for (int q = p + 1; q < d; q++)
                {
                    if (a[p][q] == 0) continue;
                    double angle = Math.Atan(2 * a[p][q] / (a[q][q] - a[p][p])) / 2;
                    double c = Math.Cos(angle), s = Math.Sin(angle);
                    for (int i = 0; i < d; i++) (a[i][p], a[i][q]) = (c * a[i][p] - s * a[i][q], s * a[i][p] + c * a[i][q]);
                    for (int i = 0; i < d; i++) (a[p][i], a[q][i]) = (c * a[p][i] - s * a[q][i], s * a[p][i] + c * a[q][i]);
                    for (int i = 0; i < d; i++) (v[i][p], v[i][q]) = (c * v[i][p] - s * v[i][q], s * v[i][p] + c * v[i][q]);
                }

        int[] order = Enumerable.Range(0, d).OrderBy(i => a[i][i]).ToArray();
        return (order.Select(i => a[i][i]).ToArray(), v.Select(row => order.Select(i => row[i]).ToArray()).ToArray());
    }
}
