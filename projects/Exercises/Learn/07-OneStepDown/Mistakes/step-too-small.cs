// slip: tiny-step
static class Answer
{
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        const double h = 1e-16;
        double here = Loss(x, y, w, b);
        return ((Loss(x, y, w + h, b) - here) / h, (Loss(x, y, w, b + h) - here) / h);
    }
}
