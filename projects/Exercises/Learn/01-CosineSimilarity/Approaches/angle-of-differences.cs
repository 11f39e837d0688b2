// From the lengths of the sides of a triangle: ‖u − v‖² = 2 − 2 cos for vectors of length 1. A nice check of the formula; the subtraction
// costs digits where the vectors are nearly alike.
static class Answer
{
    public static double? Between(double[] x, double[] y)
    {
        double a = Length(x), b = Length(y);
        if (a == 0 || b == 0) return ⟦null|double.NaN⟧;
        double square = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double difference = x[i] / a - y[i] / b;
            square += difference * difference;
        }

        return ⟦1 - square / 2|(2 - square) / 2⟧;
    }

    public static int[] Nearest(double[][] rows, int self, int k)
    {
        var others = new List<(double Cosine, int Row)>();
        for (int i = 0; i < rows.Length; i++)
            if (i != self) others.Add((Between(rows[self], rows[i]) ?? -2, i));
        others.Sort((one, other) => other.Cosine.CompareTo(one.Cosine));
        return others.Take(k).Select(one => one.Row).ToArray();
    }

    private static double Length(double[] x)
    {
        double largest = x.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest == 0 ? 0 : largest * Math.Sqrt(x.Sum(one => one / largest * (one / largest)));
    }
}
