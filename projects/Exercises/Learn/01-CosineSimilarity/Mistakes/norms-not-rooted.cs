// slip: norms-not-rooted
static class Answer
{
    public static double? Between(double[] x, double[] y)
    {
        double dot = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            dot += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        if (xx == 0 || yy == 0) return null;
        return dot / (xx * yy);
    }

    public static int[] Nearest(double[][] rows, int self, int k) => Enumerable.Range(0, rows.Length).Where(i => i != self)
        .OrderByDescending(i => Between(rows[self], rows[i]) ?? -2).Take(k).ToArray();
}
