// slip: whitened
static class Answer
{
    public static double[][] Scores(double[][] rows)
    {
        double[] values = Eigen(Covariance(Center(rows))).Values;
        double[][] z = Project(Center(rows), Components(rows));
        foreach (var row in z)
            for (int k = 0; k < 4; k++) row[k] /= Math.Sqrt(values[3 - k]);
        return z;
    }
}
