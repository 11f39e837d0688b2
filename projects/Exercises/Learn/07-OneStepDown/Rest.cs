// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = w * x[i] + b - y[i];
            sum += r * r;
        }
        return sum / x.Length;
    }

    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double dw = 0, db = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = w * x[i] + b - y[i];
            dw += r * x[i];
            db += r;
        }
        return (2 * dw / x.Length, 2 * db / x.Length);
    }

    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        var (dw, db) = Gradient(x, y, w, b);
        return (w - rate * dw, b - rate * db);
    }

    public static double LargestRate(double[] x)
    {
        double a = 2 * x.Average(one => one * one), c = 2 * x.Average(), d = 2;
        return 2 / ((a + d) / 2 + Math.Sqrt((a - d) * (a - d) / 4 + c * c));
    }
}
