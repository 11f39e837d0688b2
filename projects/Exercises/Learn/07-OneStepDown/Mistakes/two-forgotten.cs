// slip: two-missing
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double dw = 0, db = 0;
        int n = x.Length;
        for (int i = 0; i < n; i++)
        {
            double error = w * x[i] + b - y[i];
            dw += error * x[i] / n;
            db += error / n;
        }
        return (dw, db);
    }
}
