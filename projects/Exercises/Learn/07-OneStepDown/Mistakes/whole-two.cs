// slip: two-over-whole-numbers
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        int n = x.Length;
        double overW = 0, overB = 0;
        for (int i = 0; i < n; i++)
        {
            double r = w * x[i] + b - y[i];
            overW += r * x[i];
            overB += r;
        }
        return (2 / n * overW, 2 / n * overB);
    }
}
