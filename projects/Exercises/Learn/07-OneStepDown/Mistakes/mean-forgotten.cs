// slip: mean-missing
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double dw = 0, db = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = w * x[i] + b - y[i];
            dw += 2 * error * x[i];
            db += 2 * error;
        }
        return (dw, db);
    }
}
