// The slopes as differences of two losses, h to either side: no derivation, and right to ten digits here, at the price of four losses. The
// largest rate by halving: try one, see whether 200 steps come down, and take the half in which the answer lies.
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        double loss = 0;
        foreach (var (at, value) in x.Zip(y))
            loss += ⟦(w * at + b - value) * (w * at + b - value) / x.Length|Math.Pow(value - w * at - b, 2) / y.Length⟧;
        return loss;
    }

    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double h = ⟦1e-5|1e-4|1e-3|1e-6⟧;
        return ((Loss(x, y, w + h, b) - Loss(x, y, w - h, b)) / (2 * h), (Loss(x, y, w, b + h) - Loss(x, y, w, b - h)) / ⟦(2 * h)|2 / h⟧);
    }

    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        var slopes = Gradient(x, y, w, b);
        return (⟦w - rate * slopes.W|w + -rate * slopes.W⟧, b - rate * slopes.B);
    }

    public static double LargestRate(double[] x)
    {
        double low = 0, high = ⟦1.5|2|1.1⟧;
        for (int half = 0; half < ⟦30|40⟧; half++)
        {
            double rate = (low + high) / 2;
            if (ComesDown(x, rate)) low = rate; else high = rate;
        }

        return ⟦low|high|(low + high) / 2⟧;
    }

    private static bool ComesDown(double[] x, double rate)
    {
        double w = 1, b = ⟦0.3|-0.4|0.7⟧;
        double meanSquare = x.Average(one => one * one), mean = x.Average();
        for (int step = 0; step < 1500; step++)
            (w, b) = (w - rate * 2 * (meanSquare * w + mean * b), b - rate * 2 * (mean * w + b));
        return Math.Abs(w) + Math.Abs(b) < ⟦10|100⟧;
    }
}
