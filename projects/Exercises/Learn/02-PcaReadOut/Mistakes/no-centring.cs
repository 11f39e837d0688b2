// slip: no-centring
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(rows));
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
        double[] values = Eigen(Covariance(rows)).Values;
        double total = values.Sum();
        return values.Reverse().Select(v => v / total).ToArray();
    }

    public static double[][] Scores(double[][] rows)
    {
        return Project(rows, Components(rows));
    }
}
