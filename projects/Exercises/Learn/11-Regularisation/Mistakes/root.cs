// slip: rooted
static class Answer
{
    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        var losses = new double[strengths.Length];
        double[] mean = Means(rows), unit = Deviations(rows, mean);
        double[][] z = Scaled(rows, mean, unit), v = Scaled(validationRows, mean, unit);
        for (int k = 0; k < strengths.Length; k++)
        {
            var (w, b) = Fit(z, y, strengths[k]);
            double sum = 0;
            for (int i = 0; i < v.Length; i++)
            {
                double r = w[0] * v[i][0] + w[1] * v[i][1] + b - validationY[i];
                sum += r * r;
            }
            losses[k] = Math.Sqrt(sum / v.Length);
        }
        return losses;
    }
}
