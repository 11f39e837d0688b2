// slip: rows-for-columns
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(Center(rows)));
        int d = values.Length;
        return Enumerable.Range(0, d).Select(k => Enumerable.Range(0, d).Select(j => vectors[j][d - 1 - k]).ToArray()).ToArray();
    }

    static double[][] Covariance(double[][] x)
    {
        int n = x.Length;
        var c = new double[n][];
        for (int i = 0; i < n; i++)
        {
            c[i] = new double[n];
            for (int j = 0; j < n; j++)
                c[i][j] = x[i].Zip(x[j], (a, b) => a * b).Sum() / (n - 1);
        }
        return c;
    }
}
