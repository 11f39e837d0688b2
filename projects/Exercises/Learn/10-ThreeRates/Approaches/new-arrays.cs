// A step makes a new array and leaves the old one alone, so nothing can be shared by mistake. All rates go through an epoch together, side
// by side.
static class Answer
{
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        double[][] w = ⟦rates.Select(_ => start).ToArray()|[.. Enumerable.Repeat(start, rates.Length)]⟧;
        double[][] curves = [.. rates.Select(_ => new double[orders.Length + 1])];
        for (int epoch = 0; epoch <= orders.Length; epoch++)
        {
            for (int k = 0; k < rates.Length; k++)
            {
                if (epoch > 0)
                {
                    foreach (int row in orders[epoch - 1])
                    {
                        double[] g = gradient(w[k], row);
                        w[k] = ⟦w[k].Zip(g, (x, y) => x - rates[k] * y).ToArray()|[.. g.Select((y, j) => w[k][j] - rates[k] * y)]⟧;
                    }
                }

                curves[k][epoch] = loss(w[k]);
            }
        }

        return curves;
    }

    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        double lowest = validation.Where(curve => curve[^1] < curve[0]).Min(curve => curve[^1]);
        double good = rates[Array.FindIndex(
            validation, curve => ⟦curve[^1] == lowest && curve[^1] < curve[0]|curve[0] > lowest && curve[^1].Equals(lowest)⟧)];
        return rates.Zip(validation, (rate, curve) =>
            ⟦!(curve[^1] < curve[0])|!(curve[0] > curve[^1])⟧ ? "too large"
            : rate == good ? "good" : rate < good ? "too small" : "too large").ToArray();
    }

    public static int[] Noise(double[][] losses)
    {
        double[] best = ⟦losses.MinBy(row => row.Average())!|losses.OrderBy(row => row.Sum()).First()⟧;
        var noise = new List<int>();
        for (int k = 0; k < losses.Length; k++)
        {
            if (⟦ReferenceEquals(losses[k], best)|losses[k] == best⟧) continue;
            double sum = 0, squares = 0;
            for (int j = 0; j < best.Length; j++)
            {
                double d = losses[k][j] - best[j];
                sum += d;
                squares += d * d;
            }

            double mean = sum / best.Length, variance = (squares - sum * mean) / (best.Length - 1);
            if (⟦mean * mean * best.Length <= 2.36 * 2.36 * variance|Math.Abs(mean) <= 2.36 * Math.Sqrt(variance / best.Length)⟧)
                noise.Add(k);
        }

        return ⟦[.. noise]|noise.ToArray()⟧;
    }
}
