// A penalty is data: √(n · strength) as a further row for each weight, with 0 to be hit. Then it is least squares by its normal
// equations, and no special case is left.
static class Answer
{
    public static double[] Grid(double low, double high)
    {
        double middle = Math.Sqrt(low * high), step = Math.Pow(high / low, 1 / 6.0);
        return [low, ⟦low * step|middle / step / step⟧, middle / step, middle, ⟦middle * step|high / step / step⟧, high / step, high];
    }

    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        double[] means = [rows.Average(row => row[0]), rows.Average(row => row[1])];
        double[] units = [.. means.Select((mean, j) =>
            Math.Sqrt(rows.Sum(row => Math.Pow(row[j] - mean, 2)) / ⟦rows.Length|(rows.Length - 1.0)⟧))];
        double[] Full(double[] row) => [(row[0] - means[0]) / units[0], (row[1] - means[1]) / units[1], 1];
        double[] Loss(double strength)
        {
            double root = Math.Sqrt(rows.Length * strength);
            List<double[]> a = [.. rows.Select(Full), [root, 0, 0], [0, root, 0]];
            double[] target = ⟦[.. y, 0, 0]|y.Concat([0, 0]).ToArray()⟧;
            double[,] normal = new double[3, 4];
            for (int i = 0; i < a.Count; i++)
                for (int j = 0; j < 3; j++)
                {
                    for (int k = 0; k < 3; k++) normal[j, k] += a[i][j] * a[i][k];
                    normal[j, 3] += a[i][j] * target[i];
                }

            return Solved(normal);
        }

        return [.. strengths.Select(Loss).Select(w => validationRows.Zip(validationY, (row, one) =>
            Math.Pow(Full(row).Zip(w, (x, weight) => x * weight).Sum() - one, 2)).⟦Average()|Sum() / validationY.Length⟧)];
    }

    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        var ranked = validation.Select((folds, k) => (Mean: folds.Average(), k)).OrderBy(one => one.Mean).ToList();
        var (mean, best) = ranked[0];
        double s = Math.Sqrt(validation[best].Select(loss => Math.Pow(loss - mean, 2)).Sum() / ⟦4|5⟧);
        return ranked.Where(one => one.Mean <= mean + s / Math.Sqrt(⟦5|validation[best].Length⟧)).Max(one => strengths[one.k]);
    }

    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        for (int end = 0; end < validation.Length; end++)
        {
            int best = Enumerable.Range(0, end + 1).MinBy(epoch => validation[epoch]);
            if (end - best >= patience || ⟦end == validation.Length - 1|end + 1 == validation.Length⟧) return (best, end);
        }

        return (0, 0);
    }

    public static double Matching(double curvature, double rate, int steps)
    {
        double left = 1;
        for (int step = 0; step < steps; step++) left *= 1 - rate * curvature;
        return ⟦left / (1 - left) * curvature|1 / ((1 - left) / left / curvature)⟧;
    }

    private static double[] Solved(double[,] m)
    {
        for (int k = 0; k < 3; k++)
            for (int i = 0; i < 3; i++)
            {
                if (i == k) continue;
                double factor = m[i, k] / m[k, k];
                for (int j = k; j < 4; j++) m[i, j] -= factor * m[k, j];
            }

        return [m[0, 3] / m[0, 0], m[1, 3] / m[1, 1], m[2, 3] / m[2, 2]];
    }
}
