// By a singular value decomposition of the rows themselves: columns are turned pair by pair until all are at right angles, and C is never
// formed. It keeps small components that the covariance would drown in rounding, and is what libraries do.
static class Answer
{
    public static double[,] Components(double[][] rows)
    {
        var (_, _, v) = Decomposed(Centred(rows));
        var components = new double[v.Length, v.Length];
        for (int k = 0; k < v.Length; k++)
            for (int j = 0; j < v.Length; j++) components[k, j] = ⟦v[k][j]|-v[k][j]⟧;
        return components;
    }

    public static ⟦double[]|List<double>⟧ Ratios(double[][] rows)
    {
        double[] singular = Decomposed(Centred(rows)).Singular;
        double whole = singular.Sum(s => ⟦s * s|Math.Pow(s, 2)⟧);
        return [.. singular.Select(s => ⟦s * s / whole|s / whole * s⟧)];
    }

    public static double[][] Scores(double[][] rows) => ⟦Decomposed(Centred(rows)).Scores|Decomposed(Centred(rows)).Scores.ToArray()⟧;

    public static double[][] TestScores(double[][] train, double[][] test)
    {
        int d = train[0].Length;
        double[] means = new double[d], units = new double[d];
        for (int j = 0; j < d; j++)
        {
            means[j] = train.Average(row => row[j]);
            units[j] = Math.Sqrt(train.Sum(row => Math.Pow(row[j] - means[j], 2)) / ⟦(train.Length - 1)|train.Length⟧);
        }

        double[] Scaled(double[] row) => row.Select((x, j) => (x - means[j]) / units[j]).ToArray();
        double[][] v = Decomposed(train.Select(Scaled).ToArray()).Components;
        return test.Select(Scaled).Select(row => v.Select(one => one.Zip(row, (a, b) => ⟦a * b|b * a⟧).Sum()).ToArray()).ToArray();
    }

    private static double[][] Centred(double[][] rows)
    {
        double[] means = Enumerable.Range(0, rows[0].Length).Select(j => rows.Average(row => row[j])).ToArray();
        return rows.Select(row => row.Select((x, j) => ⟦x - means[j]|-means[j] + x⟧).ToArray()).ToArray();
    }

    private static (double[][] Scores, double[] Singular, double[][] Components) Decomposed(double[][] centred)
    {
        int d = centred[0].Length;
        double[][] z = centred.Select(row => row.ToArray()).ToArray();
        double[][] v = Enumerable.Range(0, d).Select(j => Enumerable.Range(0, d).Select(k => j == k ? 1.0 : 0).ToArray()).ToArray();
        for (int sweep = 0; sweep < ⟦20|30⟧; sweep++)
            for (int p = 0; p < d; p++)
                for (int q = p + 1; q < d; q++)
                {
                    double pp = z.Sum(row => row[p] * row[p]), qq = z.Sum(row => row[q] * row[q]), pq = z.Sum(row => row[p] * row[q]);
                    if (Math.Abs(pq) <= 1e-16 * Math.Sqrt(pp * qq)) continue;
                    double angle = Math.Atan(2 * pq / (qq - pp)) / 2, c = Math.Cos(angle), s = Math.Sin(angle);
                    foreach (double[] row in z.Concat(v)) (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }

        double[] lengths = Enumerable.Range(0, d).Select(k => Math.Sqrt(z.Sum(row => row[k] * row[k]))).ToArray();
        int[] order = Enumerable.Range(0, d).⟦OrderByDescending(k => lengths[k])|OrderBy(k => -lengths[k])⟧.ToArray();
        return (z.Select(row => order.Select(k => row[k]).ToArray()).ToArray(), order.Select(k => lengths[k]).ToArray(),
            order.Select(k => v.Select(row => row[k]).ToArray()).ToArray());
    }
}
