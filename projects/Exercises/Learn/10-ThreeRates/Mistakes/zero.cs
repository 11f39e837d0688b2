// slip: zero-for-nan
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
                double now = loss(w);
                curves[k][epoch + 1] = double.IsFinite(now) ? now : 0;
            }
        }
        return curves;
    }
}
