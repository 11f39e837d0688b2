// slip: gradient-turned
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double dw = 0, db = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = y[i] - (w * x[i] + b);
            dw += error * x[i];
            db += error;
        }
        return (2 * dw / x.Length, 2 * db / x.Length);
    }
}
