// slip: end-left-out
static class Answer
{
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        var curves = new double[rates.Length][];
        for (int k = 0; k < rates.Length; k++)
        {
            double[] w = start.ToArray();
            curves[k] = new double[orders.Length];
            for (int epoch = 0; epoch < orders.Length; epoch++)
            {
                curves[k][epoch] = loss(w);
                foreach (int row in orders[epoch])
                {
                    double[] g = gradient(w, row);
                    for (int j = 0; j < w.Length; j++) w[j] -= rates[k] * g[j];
                }
            }
        }
        return curves;
    }
}
