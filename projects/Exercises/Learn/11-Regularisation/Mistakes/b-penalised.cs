// slip: intercept-penalised
static class Answer
{
    static (double[] W, double B) Fit(double[][] z, double[] y, double strength)
    {
        int n = y.Length;
        double m0 = z.Average(r => r[0]), m1 = z.Average(r => r[1]), my = y.Average();
        double a = 0, b = 0, c = 0, s = 0, t = 0;
        for (int i = 0; i < n; i++)
        {
            double z0 = z[i][0] - m0, z1 = z[i][1] - m1, q = y[i] - my;
            a += z0 * z0 / n;
            b += z0 * z1 / n;
            c += z1 * z1 / n;
            s += z0 * q / n;
            t += z1 * q / n;
        }
        a += strength;
        c += strength;
        double det = a * c - b * b, w0 = (c * s - b * t) / det, w1 = (a * t - b * s) / det;
        return ([w0, w1], my / (1 + strength) - w0 * m0 - w1 * m1);
    }
}
