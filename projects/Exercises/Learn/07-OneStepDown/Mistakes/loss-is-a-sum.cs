// slip: sum-for-mean
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b) =>
        x.Zip(y, (a, c) => Math.Pow(w * a + b - c, 2)).Sum();
}
