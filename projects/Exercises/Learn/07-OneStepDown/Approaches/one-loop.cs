// Loss and both slopes of one loop over the points: nothing is kept but three sums. The largest rate by the formula for two eigenvalues.
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        double sum = 0;
        for (int i = ⟦0; i < x.Length; i++|x.Length - 1; i >= 0; i--⟧)
            sum += ⟦Math.Pow(w * x[i] + b - y[i], 2)|(y[i] - b - w * x[i]) * (y[i] - b - w * x[i])⟧;
        return sum / x.Length;
    }

    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double overW = 0, overB = 0;
        for (int i = 0; i < x.Length; i++)
        {
            ⟦double r = w * x[i] + b - y[i];|float r = (float)(w * x[i] + b - y[i]);⟧
            overW += ⟦r * x[i]|(float)(x[i] * r)⟧;
            overB += ⟦r|(float)r⟧;
        }

        return (⟦2 * overW / x.Length|2.0 / x.Length * overW|overW / (x.Length / 2.0)⟧, ⟦2 * overB / x.Length|2.0 / x.Length * overB⟧);
    }

    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        ⟦var (overW, overB) = Gradient(x, y, w, b);|(double overW, double overB) = Gradient(x, y, w, b);⟧
        return (w - ⟦rate * overW|overW * rate⟧, ⟦b - rate * overB|-rate * overB + b⟧);
    }

    public static double LargestRate(double[] x)
    {
        double a = 2 * x.Average(one => one * one), c = 2 * x.Average(), d = 2;
        double steepest = (a + d) / 2 + ⟦Math.Sqrt((a - d) * (a - d) / 4 + c * c)|Math.Sqrt(Math.Pow((a - d) / 2, 2) + Math.Pow(c, 2))⟧;
        return ⟦2 / steepest|2.0 / steepest⟧;
    }
}
