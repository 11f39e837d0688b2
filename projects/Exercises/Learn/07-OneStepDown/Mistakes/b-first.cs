// slip: exchanged
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double dw = 0, db = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = w * x[i] + b - y[i];
            dw += 2 * error * x[i] / x.Length;
            db += 2 * error / x.Length;
        }
        return (db, dw);
    }
}
