// slip: ascending
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(Center(rows)));
        var result = new double[4][];
        for (int k = 0; k < 4; k++)
        {
            result[k] = new double[4];
            for (int j = 0; j < 4; j++) result[k][j] = vectors[j][k];
        }
        return result;
    }

    public static double[] Ratios(double[][] rows)
    {
        double[] values = Eigen(Covariance(Center(rows))).Values;
        double total = values.Sum();
        return values.Select(v => v / total).ToArray();
    }
}
