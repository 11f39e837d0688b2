// slip: rooted
static class Answer
{
    public static double Loss(double[] x, double[] y, double w, double b) =>
        Math.Sqrt(x.Zip(y, (a, c) => (w * a + b - c) * (w * a + b - c)).Average());
}
