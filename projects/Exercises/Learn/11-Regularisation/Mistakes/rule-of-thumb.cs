// slip: one-over-way
static class Answer
{
    public static double Matching(double curvature, double rate, int steps)
    {
        return 1 / (rate * steps);
    }
}
