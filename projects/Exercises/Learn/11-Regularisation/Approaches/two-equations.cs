// Centred and scaled, the problem is two equations with two unknowns: Cramer's rule, and no step that could be one too few.
static class Answer
{
    public static double[] Grid(double low, double high)
    {
        double factor = Math.Pow(high / low, ⟦1 / 6.0|1.0 / 6⟧);
        return [.. Enumerable.Range(0, 7).Select(k => ⟦low * Math.Pow(factor, k)|high / Math.Pow(factor, 6 - k)⟧)];
    }

    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        (double Mean, double Unit)[] columns = [Column(rows, 0), Column(rows, 1)];
        double Z(double[] row, int j) => (row[j] - columns[j].Mean) / columns[j].Unit;
        double level = ⟦y.Average()|y.Sum() / y.Length⟧;
        double c11 = rows.Average(row => Z(row, 0) * Z(row, 0)), c12 = rows.Average(row => Z(row, 0) * Z(row, 1));
        double c22 = rows.Average(row => Z(row, 1) * Z(row, 1));
        double t1 = rows.Zip(y, (row, one) => Z(row, 0) * ⟦(one - level)|one⟧).Average();
        double t2 = rows.Zip(y, (row, one) => Z(row, 1) * ⟦(one - level)|one⟧).Average();
        return [.. strengths.Select(strength =>
        {
            (double a, double d) = (c11 + strength, c22 + strength);
            double det = a * d - c12 * c12, w1 = (t1 * d - c12 * t2) / det, w2 = (a * t2 - c12 * t1) / det;
            double Off(double[] row, double one) =>
                ⟦w1 * Z(row, 0) + w2 * Z(row, 1) + level - one|one - level - w1 * Z(row, 0) - w2 * Z(row, 1)⟧;
            return validationRows.Zip(validationY, (row, one) => Off(row, one) * Off(row, one)).Average();
        })];
    }

    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        double[] means = [.. validation.Select(folds => folds.Average())];
        double[] best = validation[Array.IndexOf(means, means.Min())];
        double variance = best.Sum(loss => Math.Pow(loss - best.Average(), 2)) / ⟦(best.Length - 1)|best.Length⟧;
        double limit = means.Min() + Math.Sqrt(variance / best.Length);
        return strengths[
            ⟦Array.FindLastIndex(means, mean => mean <= limit)|Enumerable.Range(0, means.Length).Last(k => means[k] <= limit)⟧];
    }

    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0, end = 0;
        while (end < validation.Length - 1 && end - best < patience)
        {
            end++;
            if (validation[end] < validation[best]) best = end;
        }

        return (best, end);
    }

    public static double Matching(double curvature, double rate, int steps)
    {
        double left = ⟦Math.Pow(1 - rate * curvature, steps)|Math.Exp(steps * Math.Log(1 - rate * curvature))⟧;
        return ⟦curvature * left / (1 - left)|curvature / (1 / left - 1)|curvature / (1 - left) - curvature⟧;
    }

    private static (double, double) Column(double[][] rows, int j)
    {
        double mean = rows.Average(row => row[j]);
        return (mean, Math.Sqrt(rows.Sum(row => (row[j] - mean) * (row[j] - mean)) / ⟦rows.Length|(rows.Length - 1)⟧));
    }
}
