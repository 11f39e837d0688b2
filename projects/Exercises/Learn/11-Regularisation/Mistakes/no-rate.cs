// slip: rate-left-out
static class Answer
{
    public static double Matching(double curvature, double rate, int steps)
    {
        double left = Math.Pow(1 - curvature, steps);
        return curvature * left / (1 - left);
    }
}
