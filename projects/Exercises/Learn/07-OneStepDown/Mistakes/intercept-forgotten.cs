// slip: b-not-moved
static class Answer
{
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        var (dw, _) = Gradient(x, y, w, b);
        return (w - rate * dw, b);
    }
}
