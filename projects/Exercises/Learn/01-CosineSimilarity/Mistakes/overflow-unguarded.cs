// slip: overflow-unguarded
static class Answer
{
    public static double? Between(double[] x, double[] y)
    {
        double Norm(double[] v)
        {
            double sum = 0;
            foreach (double one in v)
                sum += Math.Pow(one, 2);
            return Math.Sqrt(sum);
        }

        double dot = 0;
        for (int i = 0; i < x.Length; i++)
            dot += x[i] * y[i];
        return dot / (Norm(x) * Norm(y));
    }

    public static int[] Nearest(double[][] rows, int self, int k) => Enumerable.Range(0, rows.Length).Where(i => i != self)
        .OrderByDescending(i => Between(rows[self], rows[i])).Take(k).ToArray();
}
