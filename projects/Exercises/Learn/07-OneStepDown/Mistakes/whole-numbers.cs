// slip: whole-numbers
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        int n = x.Length;
        double sum = 0;
        for (int i = 0; i < n; i++) sum += (w * x[i] + b - y[i]) * (w * x[i] + b - y[i]);
        return 1 / n * sum;
    }
}
