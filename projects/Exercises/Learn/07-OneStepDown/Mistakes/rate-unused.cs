// slip: rate-ignored
static class Answer
{
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        var (dw, db) = Gradient(x, y, w, b);
        return (w - dw, b - db);
    }
}
