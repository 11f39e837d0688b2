// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        var curves = new double[rates.Length][];
        for (int k = 0; k < rates.Length; k++)
        {
            double[] w = start.ToArray();
            curves[k] = new double[orders.Length + 1];
            curves[k][0] = loss(w);
            for (int epoch = 0; epoch < orders.Length; epoch++)
            {
                foreach (int row in orders[epoch])
                {
                    double[] g = gradient(w, row);
                    for (int j = 0; j < w.Length; j++) w[j] -= rates[k] * g[j];
                }
                curves[k][epoch + 1] = loss(w);
            }
        }
        return curves;
    }

    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        int best = -1;
        for (int k = 0; k < rates.Length; k++)
            if (validation[k][^1] < validation[k][0] && (best < 0 || validation[k][^1] < validation[best][^1])) best = k;
        var names = new string[rates.Length];
        for (int k = 0; k < rates.Length; k++)
        {
            if (k == best) names[k] = "good";
            else if (!(validation[k][^1] < validation[k][0]) || rates[k] > rates[best]) names[k] = "too large";
            else names[k] = "too small";
        }
        return names;
    }

    public static int[] Noise(double[][] losses)
    {
        int best = 0;
        for (int k = 1; k < losses.Length; k++)
            if (losses[k].Average() < losses[best].Average()) best = k;
        var noise = new List<int>();
        for (int k = 0; k < losses.Length; k++)
        {
            if (k == best) continue;
            double[] d = losses[k].Zip(losses[best], (a, b) => a - b).ToArray();
            double mean = d.Average(), s = Math.Sqrt(d.Sum(x => (x - mean) * (x - mean)) / (d.Length - 1));
            if (Math.Abs(mean / (s / Math.Sqrt(d.Length))) <= 2.36) noise.Add(k);
        }
        return noise.ToArray();
    }
}
