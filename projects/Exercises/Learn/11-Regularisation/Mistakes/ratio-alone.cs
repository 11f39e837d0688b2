// slip: curvature-not-times
static class Answer
{
    public static double Matching(double curvature, double rate, int steps)
    {
        double left = Math.Pow(1 - rate * curvature, steps);
        return left / (1 - left);
    }
}
