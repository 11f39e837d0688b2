// slip: target-added
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b) => (
        2 * x.Zip(y, (p, q) => (w * p + b + q) * p).Average(), 2 * x.Zip(y, (p, q) => w * p + b + q).Average());
}
