// slip: in-columns
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(Center(rows)));
        var result = new double[4][];
        for (int k = 0; k < 4; k++)
        {
            result[k] = new double[4];
            for (int j = 0; j < 4; j++) result[k][j] = vectors[k][3 - j];
        }
        return result;
    }
}
