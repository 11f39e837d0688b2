// slip: plus
static class Answer
{
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        var g = Gradient(x, y, w, b);
        return (w + rate * g.W, b + rate * g.B);
    }
}
