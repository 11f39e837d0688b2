// Gradient descent on loss and penalty together: for any number of columns the same few lines. The intercept's slope has no penalty in it,
// and that is the only place where it matters.
static class Answer
{
    public static double[] Grid(double low, double high)
    {
        var grid = new double[7];
        for (int k = 0; k < 7; k++)
            grid[k] = Math
                .⟦Exp(Math.Log(low) + k * (Math.Log(high) - Math.Log(low)) / 6)|Pow(10, Math.Log10(low) + k * Math.Log10(high / low) / 6)⟧;
        return grid;
    }

    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        int columns = rows[0].Length;
        double[] mean = new double[columns], unit = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            mean[j] = rows.Average(row => row[j]);
            unit[j] = Math.Sqrt(rows.Sum(row => Math.Pow(row[j] - mean[j], 2)) / ⟦rows.Length|(rows.Length - 1)⟧);
        }

        double[][] z = Scaled(rows), v = Scaled(validationRows);
        var losses = new List<double>();
        foreach (double strength in strengths)
        {
            double[] w = new double[columns];
            double b = ⟦0|y[0]⟧, rate = ⟦0.5|0.4⟧ / (2 + strength);
            for (int step = 0; step < ⟦2000|1500⟧; step++)
            {
                double[] slope = w.Select(one => 2 * strength * one).ToArray();
                double slopeOfB = 0;
                for (int i = 0; i < z.Length; i++)
                {
                    double r = b - y[i];
                    for (int j = 0; j < columns; j++) r += z[i][j] * w[j];
                    for (int j = 0; j < columns; j++) slope[j] += 2 * r * z[i][j] / z.Length;
                    slopeOfB += 2 * r / z.Length;
                }

                for (int j = 0; j < columns; j++) w[j] -= rate * slope[j];
                b -= ⟦0.4|0.5⟧ * slopeOfB;
            }

            losses.Add(v.Select((row, i) => Math.Pow(row.Zip(w, (x, one) => x * one).Sum() + b - validationY[i], 2)).Average());
        }

        return losses.ToArray();

        double[][] Scaled(double[][] some) => some.Select(row => row.Select((x, j) => (x - mean[j]) / unit[j]).ToArray()).ToArray();
    }

    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        double[] best = validation.MinBy(folds => folds.Sum())!;
        double mean = best.Average(), n = best.Length;
        double error = Math.Sqrt(best.Sum(loss => (loss - mean) * (loss - mean)) / ⟦(n - 1)|n⟧ / n);
        for (int k = strengths.Length - 1; k > 0; k--)
            if (validation[k].Average() <= mean + error) return strengths[k];
        return strengths[0];
    }

    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        double lowest = double.PositiveInfinity;
        int best = 0, waited = 0, epoch = 0;
        foreach (double loss in validation)
        {
            if (loss < lowest) (lowest, best, waited) = (loss, epoch, 0);
            else waited++;
            if (waited ⟦>=|==⟧ patience) break;
            epoch++;
        }

        return (best, Math.Min(epoch, validation.Length - 1));
    }

    public static double Matching(double curvature, double rate, int steps)
    {
        double w = 0;
        for (int step = 0; step < steps; step++) w -= rate * curvature * (w - 1);
        return ⟦curvature * (1 - w) / w|curvature / w - curvature⟧;
    }
}
