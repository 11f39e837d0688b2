// slip: intercept-taken-off
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = w * x[i] - b - y[i];
            sum += r * r;
        }
        return sum / x.Length;
    }
}
