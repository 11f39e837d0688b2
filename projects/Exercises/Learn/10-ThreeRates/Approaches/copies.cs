// A copy of the start for each rate, and two loops: the training loop as every framework has it inside. Names and noise by one pass each.
static class Answer
{
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        var curves = new List<double[]>();
        foreach (double rate in rates)
        {
            double[] w = ⟦[.. start]|(double[])start.Clone()|start.ToArray()⟧;
            List<double> curve = [⟦loss(w)|loss(start)⟧];
            foreach (int[] order in orders)
            {
                foreach (int row in order)
                {
                    double[] slope = gradient(w, row);
                    for (int j = ⟦0; j < w.Length; j++|w.Length - 1; j >= 0; j--⟧) w[j] -= ⟦rate * slope[j]|slope[j] * rate⟧;
                }

                curve.Add(loss(w));
            }

            curves.Add(⟦[.. curve]|curve.ToArray()⟧);
        }

        return ⟦[.. curves]|curves.ToArray()⟧;
    }

    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        int[] down = [.. Enumerable.Range(0, rates.Length).Where(k =>
            ⟦validation[k][^1] < validation[k][0]|validation[k][0] > validation[k].Last()⟧)];
        int good = ⟦down.MinBy(k => validation[k][^1])|down.OrderBy(k => validation[k][^1]).First()⟧;
        return [.. rates.Select((rate, k) => k == good ? "⟦good|Good⟧"
            : down.Contains(k) && rate < rates[good] ? "too small" : "too large")];
    }

    public static int[] Noise(double[][] losses)
    {
        int best = Enumerable.Range(0, losses.Length).MinBy(k => losses[k].⟦Average()|Sum()⟧);
        return [.. Enumerable.Range(0, losses.Length).Where(k => k != best && Math.Abs(T(losses[k], losses[best])) ⟦<=|<⟧ 2.36)];
    }

    private static double T(double[] one, double[] other)
    {
        double[] d = [.. one.Zip(other, (a, b) => ⟦a - b|b - a⟧)];
        double variance = d.Sum(x => Math.Pow(x - d.Average(), 2)) / ⟦(d.Length - 1)|d.Length|7⟧;
        return ⟦d.Average() / Math.Sqrt(variance / d.Length)|d.Average() * Math.Sqrt(d.Length) / Math.Sqrt(variance)⟧;
    }
}
