// slip: loss-for-gradient
static class Answer
{
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        double loss = Loss(x, y, w, b);
        return (w - rate * loss, b - rate * loss);
    }
}
