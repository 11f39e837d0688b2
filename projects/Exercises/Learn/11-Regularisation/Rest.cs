// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double[] Grid(double low, double high) =>
        Enumerable.Range(0, 7).Select(k => low * Math.Pow(high / low, k / 6.0)).ToArray();

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
            losses[k] = sum / v.Length;
        }
        return losses;
    }

    static double[] Means(double[][] rows) => [rows.Average(r => r[0]), rows.Average(r => r[1])];

    static double[] Deviations(double[][] rows, double[] mean) =>
        [.. mean.Select((m, j) => Math.Sqrt(rows.Average(r => (r[j] - m) * (r[j] - m))))];

    static double[][] Scaled(double[][] rows, double[] mean, double[] unit) =>
        rows.Select(r => r.Select((x, j) => (x - mean[j]) / unit[j]).ToArray()).ToArray();

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
        return ([w0, w1], my - w0 * m0 - w1 * m1);
    }

    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        int best = 0;
        for (int k = 1; k < strengths.Length; k++)
            if (validation[k].Average() < validation[best].Average()) best = k;
        double mean = validation[best].Average(), n = validation[best].Length;
        double error = Math.Sqrt(validation[best].Sum(x => (x - mean) * (x - mean)) / (n - 1)) / Math.Sqrt(n);
        int chosen = best;
        for (int k = best; k < strengths.Length; k++)
            if (validation[k].Average() <= mean + error) chosen = k;
        return strengths[chosen];
    }

    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (validation[epoch] < validation[best]) best = epoch;
            if (epoch - best >= patience) return (best, epoch);
        }
        return (best, validation.Length - 1);
    }

    public static double Matching(double curvature, double rate, int steps)
    {
        double left = Math.Pow(1 - rate * curvature, steps);
        return curvature * left / (1 - left);
    }
}
