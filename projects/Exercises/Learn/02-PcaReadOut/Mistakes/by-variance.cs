// slip: by-variance
static class Answer
{
    static double[] Sd(double[][] rows, double[] mean)
    {
        var sd = new double[4];
        for (int j = 0; j < 4; j++)
        {
            double sum = 0;
            foreach (var r in rows) sum += (r[j] - mean[j]) * (r[j] - mean[j]);
            sd[j] = sum / rows.Length;
        }
        return sd;
    }
}
