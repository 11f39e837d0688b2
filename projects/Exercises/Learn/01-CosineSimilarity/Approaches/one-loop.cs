// One loop makes all three sums, and every vector is first divided by its largest entry, so that no square overflows. No list is made:
// this is what a library would do.
static class Answer
{
    public static double? Between(double[] x, double[] y)
    {
        double unitX = Largest(x), unitY = Largest(y);
        if (unitX == 0 || unitY == 0) return ⟦null|double.NaN⟧;
        double dot = 0, xx = 0, yy = 0;
        for (int i = ⟦0; i < x.Length; i++|x.Length - 1; i >= 0; i--⟧)
        {
            double a = x[i] / unitX, b = y[i] / unitY;
            dot += ⟦a * b|b * a⟧;
            xx += a * a;
            yy += b * b;
        }

        double cosine = ⟦dot / (Math.Sqrt(xx) * Math.Sqrt(yy))|dot / Math.Sqrt(xx) / Math.Sqrt(yy)|dot / Math.Sqrt(xx * yy)⟧;
        return ⟦cosine|Math.Clamp(cosine, -1, 1)⟧;
    }

    public static int[] Nearest(double[][] rows, int self, int k) =>
        Enumerable.Range(0, rows.Length).⟦Where(i => i != self)|Except([self])⟧
            .⟦OrderByDescending(i => Between(rows[self], rows[i]) ?? -2)|OrderBy(i => -(Between(rows[i], rows[self]) ?? -2))⟧
            .Take(k).ToArray();

    private static double Largest(double[] x)
    {
        double largest = 0;
        foreach (double one in x) largest = Math.Max(largest, Math.Abs(one));
        return largest;
    }
}
