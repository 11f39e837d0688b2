// slip: by-distance
static class Answer
{
    static double[] Scaled(double[] x) { double m = x.Max(Math.Abs); return m == 0 ? x : x.Select(one => one / m).ToArray(); }
    static double Dot(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) s += x[i] * y[i]; return s; }
    public static double? Between(double[] x, double[] y)
    {
        x = Scaled(x); y = Scaled(y);
        double nx = Dot(x, x), ny = Dot(y, y);
        return nx == 0 || ny == 0 ? null : Dot(x, y) / (Math.Sqrt(nx) * Math.Sqrt(ny));
    }

    public static int[] Nearest(double[][] rows, int self, int k) => Enumerable.Range(0, rows.Length).Where(i => i != self)
        .OrderBy(i => rows[i].Zip(rows[self], (a, b) => (a - b) * (a - b)).Sum()).Take(k).ToArray();
}
