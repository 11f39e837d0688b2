// slip: left-for-gone
static class Answer
{
    public static double Matching(double curvature, double rate, int steps)
    {
        double left = 1 - Math.Pow(1 - rate * curvature, steps);
        return curvature * left / (1 - left);
    }
}
