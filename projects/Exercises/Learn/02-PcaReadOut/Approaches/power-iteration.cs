// Without a solver: multiply a vector by C again and again, and it turns into the direction of the largest variance. Take that direction
// out and go on. It is slow where two variances are nearly equal, and fast where they are apart.
static class Answer
{
    public static double[][] Components(double[][] rows) => Found(Covariance(Less(rows, Means(rows)))).Components;

    public static double[] Ratios(double[][] rows)
    {
        double[] variances = Found(Covariance(Less(rows, Means(rows)))).Variances;
        double sum = ⟦variances.Sum()|variances[0] + variances[1] + variances[2] + variances[3]⟧;
        for (int k = 0; k < variances.Length; k++) variances[k] /= sum;
        return variances;
    }

    public static double[][] Scores(double[][] rows)
    {
        double[][] centred = Less(rows, Means(rows)), v = Components(rows);
        var scores = new double[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
            scores[i] = [Dot(centred[i], v[0]), Dot(centred[i], v[1]), Dot(centred[i], v[2]), Dot(centred[i], v[3])];
        return scores;
    }

    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] means = Means(train);
        double[][] C = Covariance(Less(train, means));
        double[] units = C.Select((row, j) => Math.Sqrt(row[j] * ⟦1|(train.Length - 1.0) / train.Length⟧)).ToArray();
        double[][] scaled = Less(test, means).Select(row => row.Select((x, j) => x / units[j]).ToArray()).ToArray();
        double[][] correlation = C.Select((row, j) => row.Select((one, k) => one / units[j] / units[k]).ToArray()).ToArray();
        double[][] v = Found(correlation).Components;
        return scaled.Select(row => v.Select(direction => Dot(row, direction)).ToArray()).ToArray();
    }

    private static (double[][] Components, double[] Variances) Found(double[][] C)
    {
        int d = C.Length;
        C = C.Select(row => row.ToArray()).ToArray();
        var components = new List<double[]>();
        var variances = new List<double>();
        for (int k = 0; k < d; k++)
        {
            double[] v = Enumerable.Range(0, d).Select(j => ⟦1.0 / (j + 1)|1.0 + 0.1 * j * j|-1.0 / (2 * j + 1)⟧).ToArray();
            for (int step = 0; step < ⟦100|150⟧; step++)
            {
                double[] next = C.Select(row => Dot(row, v)).ToArray();
                foreach (double[] u in components)
                {
                    double along = Dot(u, next);
                    for (int j = 0; j < d; j++) next[j] -= along * u[j];
                }

                double length = Math.Sqrt(Dot(next, next));
                if (length < 1e-12 * C.Select((row, j) => row[j]).Sum()) next = Beside(components, d);
                else for (int j = 0; j < d; j++) next[j] /= length;
                v = next;
            }

            components.Add(v);
            variances.Add(C.Select((row, j) => v[j] * Dot(row, v)).Sum());
        }

        return (components.ToArray(), variances.ToArray());
    }

    // Where no variance is left, any direction at a right angle to those before will do.
    private static double[] Beside(List<double[]> components, int d) => Enumerable.Range(0, d)
        .Select(axis =>
        {
            double[] v = Enumerable.Range(0, d).Select(j => j == axis ? 1.0 : 0).ToArray();
            foreach (double[] u in components)
            {
                double along = Dot(u, v);
                for (int j = 0; j < d; j++) v[j] -= along * u[j];
            }

            return v;
        })
        .MaxBy(v => Dot(v, v))! is var widest ? widest.Select(one => one / Math.Sqrt(Dot(widest, widest))).ToArray() : [];

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = ⟦0; i < x.Length; i++|x.Length - 1; i >= 0; i--⟧) sum += ⟦x[i] * y[i]|y[i] * x[i]⟧;
        return sum;
    }

    private static double[] Means(double[][] rows)
    {
        var means = new double[rows[0].Length];
        foreach (double[] row in rows)
            for (int j = 0; j < means.Length; j++) means[j] += ⟦row[j] / rows.Length|1.0 / rows.Length * row[j]⟧;
        return means;
    }

    private static double[][] Less(double[][] rows, double[] means) =>
        rows.Select(row => row.Select((x, j) => x - means[j]).ToArray()).ToArray();

    private static double[][] Covariance(double[][] centred)
    {
        int d = centred[0].Length;
        var C = new double[d][];
        for (int j = 0; j < d; j++)
        {
            C[j] = new double[d];
            for (int k = 0; k < d; k++)
                foreach (double[] row in centred) C[j][k] += row[j] * row[k] / (centred.Length - 1);
        }

        return C;
    }
}
