// Training stops as soon as a loss is no number, and the rest of that curve is filled up with NaN: the same length, and no time lost on
// weights that will not come back.
static class Answer
{
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates) =>
        rates.Select(rate => Curve((double[])start.Clone(), orders, gradient, loss, rate)).ToArray();

    private static double[] Curve(
        double[] w, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double rate)
    {
        double[] curve = new double[orders.Length + 1];
        Array.Fill(curve, ⟦double.NaN|double.PositiveInfinity⟧);
        curve[0] = loss(w);
        for (int epoch = 1; epoch < curve.Length; epoch++)
        {
            foreach (int row in orders[epoch - 1])
            {
                double[] g = gradient(w, row);
                for (int j = 0; j < w.Length; j++) w[j] = ⟦w[j] - rate * g[j]|-rate * g[j] + w[j]⟧;
            }

            curve[epoch] = loss(w);
            if (epoch > ⟦50|1000⟧ && !double.IsFinite(curve[epoch])) break;
        }

        return curve;
    }

    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        double End(int k) => validation[k][^1] < validation[k][0] ? validation[k][^1] : ⟦double.PositiveInfinity|double.MaxValue⟧;
        int[] byEnd = [.. Enumerable.Range(0, rates.Length).OrderBy(End)];
        var names = new string[rates.Length];
        foreach (int k in byEnd)
        {
            names[k] = k == byEnd[0] ? "good" : End(k) >= 1e300 || rates[k] > rates[byEnd[0]] ? "⟦too large|too large ⟧" : "too small";
        }

        return names;
    }

    public static int[] Noise(double[][] losses)
    {
        var means = losses.Select(row => row.Average()).ToList();
        int best = means.IndexOf(means.Min());
        var found = new List<int>();
        for (int k = losses.Length - 1; k >= 0; k--)
        {
            if (k == best) continue;
            var d = losses[k].Select((loss, j) => loss - losses[best][j]).ToList();
            double s = Math.Sqrt(d.Sum(x => (x - d.Average()) * (x - d.Average())) / ⟦7|8⟧);
            if (Math.Abs(d.Average()) <= 2.36 * s / Math.Sqrt(⟦8|d.Count⟧)) found.Add(k);
        }

        return found.ToArray();
    }
}
