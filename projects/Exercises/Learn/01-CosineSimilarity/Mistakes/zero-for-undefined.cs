// slip: zero-for-undefined
static class Answer
{
    static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    static double[] Scaled(double[] x)
    {
        double largest = x.Max(Math.Abs);
        return largest == 0 ? x : x.Select(one => one / largest).ToArray();
    }

    public static double? Between(double[] x, double[] y)
    {
        x = Scaled(x);
        y = Scaled(y);
        double norms = Math.Sqrt(Dot(x, x)) * Math.Sqrt(Dot(y, y));
        if (norms == 0)
            return 0;
        return Dot(x, y) / norms;
    }

    public static int[] Nearest(double[][] rows, int self, int k) => Enumerable.Range(0, rows.Length).Where(i => i != self)
        .OrderByDescending(i => Between(rows[self], rows[i]) ?? -2).Take(k).ToArray();
}
