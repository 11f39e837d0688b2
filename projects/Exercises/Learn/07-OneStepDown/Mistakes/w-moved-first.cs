// slip: b-after-w
static class Answer
{
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        w -= rate * Gradient(x, y, w, b).W;
        b -= rate * Gradient(x, y, w, b).B;
        return (w, b);
    }
}
