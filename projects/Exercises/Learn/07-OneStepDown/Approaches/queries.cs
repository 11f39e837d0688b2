// The formulas as one says them: the mean of r², twice the mean of r·x, twice the mean of r. The largest rate is found by walking: the
// direction that a step stretches most comes out by itself when one multiplies again and again.
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b) =>
        ⟦Residuals(x, y, w, b).Average(r => r * r)|Residuals(x, y, w, b).Sum(r => r * r) / y.Length⟧;

    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double[] r = Residuals(x, y, w, b);
        return (⟦2 * r.Zip(x, (one, at) => one * at).Average()|r.Select((one, i) => 2 * one * x[i]).Average()⟧,
            ⟦2 * r.Average()|r.Average(one => 2 * one)|2 * r.Sum() / r.Length⟧);
    }

    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        double[] r = Residuals(x, y, w, b);
        double step = ⟦2 * rate / x.Length|rate / x.Length * 2⟧;
        return (w - step * r.Zip(x, (one, at) => one * at).Sum(), ⟦b - step * r.Sum()|b - r.Sum(one => step * one)⟧);
    }

    public static double LargestRate(double[] x)
    {
        double a = 2 * x.Average(one => one * one), c = 2 * x.Average(), w = ⟦1|2⟧, b = ⟦0.5|1.5|-0.7⟧, length = 1;
        for (int turn = 0; turn < ⟦300|500⟧; turn++)
        {
            (w, b) = (a * w + c * b, c * w + 2 * b);
            length = Math.Sqrt(w * w + b * b);
            (w, b) = (w / length, b / length);
        }

        return 2 / length;
    }

    private static double[] Residuals(double[] x, double[] y, double w, double b) =>
        ⟦x.Zip(y, (at, value) => w * at + b - value).ToArray()|[.. x.Select((at, i) => w * at + b - y[i])]⟧;
}
