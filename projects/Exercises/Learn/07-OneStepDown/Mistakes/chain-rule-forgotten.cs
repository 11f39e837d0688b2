// slip: inner-forgotten
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        double slope = 2 * x.Zip(y, (a, c) => w * a + b - c).Average();
        return (slope, slope);
    }
}
