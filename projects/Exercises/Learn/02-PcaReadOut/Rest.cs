// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(Center(rows)));
        var result = new double[4][];
        for (int k = 0; k < 4; k++)
        {
            result[k] = new double[4];
            for (int j = 0; j < 4; j++) result[k][j] = vectors[j][3 - k];
        }
        return result;
    }

    public static double[] Ratios(double[][] rows)
    {
        double[] values = Eigen(Covariance(Center(rows))).Values;
        double total = values.Sum();
        return values.Reverse().Select(v => v / total).ToArray();
    }

    public static double[][] Scores(double[][] rows)
    {
        return Project(Center(rows), Components(rows));
    }

    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] mean = Mean(train), sd = Sd(train, mean);
        double[][] a = Scale(train, mean, sd), b = Scale(test, mean, sd);
        return Project(b, Components(a));
    }

    static double[][] Center(double[][] rows)
    {
        double[] mean = Mean(rows);
        return rows.Select(r => r.Select((x, j) => x - mean[j]).ToArray()).ToArray();
    }

    static double[] Mean(double[][] rows)
    {
        var mean = new double[4];
        foreach (var r in rows)
            for (int j = 0; j < 4; j++) mean[j] += r[j];
        for (int j = 0; j < 4; j++) mean[j] /= rows.Length;
        return mean;
    }

    static double[] Sd(double[][] rows, double[] mean)
    {
        var sd = new double[4];
        for (int j = 0; j < 4; j++)
        {
            double sum = 0;
            foreach (var r in rows) sum += (r[j] - mean[j]) * (r[j] - mean[j]);
            sd[j] = Math.Sqrt(sum / rows.Length);
        }
        return sd;
    }

    static double[][] Scale(double[][] rows, double[] mean, double[] sd) =>
        rows.Select(r => r.Select((x, j) => (x - mean[j]) / sd[j]).ToArray()).ToArray();

    static double[][] Covariance(double[][] x)
    {
        int d = x[0].Length;
        var c = new double[d][];
        for (int i = 0; i < d; i++)
        {
            c[i] = new double[d];
            for (int j = 0; j < d; j++)
                for (int n = 0; n < x.Length; n++)
                    c[i][j] += x[n][i] * x[n][j] / (x.Length - 1);
        }
        return c;
    }

    static double[][] Project(double[][] x, double[][] v) =>
        x.Select(r => v.Select(c => r.Zip(c, (a, b) => a * b).Sum()).ToArray()).ToArray();
}
