// Every vector is brought to length 1 first; a cosine is then a dot product, and the rows of a search need it only once. This is how
// vector databases do it.
static class Answer
{
    public static double? Between(double[] x, double[] y) =>
        Unit(x) is { } u && Unit(y) is { } v
            ? ⟦u.Zip(v, (a, b) => a * b).Sum()|Enumerable.Range(0, u.Length).Sum(i => u[i] * v[i])⟧
            : ⟦null|throw new ArgumentException("A vector of zeros has no direction.")⟧;

    public static int[] Nearest(double[][] rows, int self, int k)
    {
        double[]?[] units = rows.Select(Unit).ToArray();
        return ⟦Enumerable.Range(0, rows.Length)|rows.Select((_, i) => i)⟧.Where(i => i != self)
            .OrderByDescending(i => units[i] is { } u && units[self] is { } q ? u.Zip(q, (a, b) => a * b).Sum() : -2)
            .Take(k).ToArray();
    }

    private static double[]? Unit(double[] x)
    {
        double largest = x.Max(Math.Abs);
        if (largest == 0) return null;
        double[] small = x.Select(one => one / largest).ToArray();
        double length = Math.Sqrt(small.Sum(one => one * one));
        return small.Select(one => one / length).ToArray();
    }
}
