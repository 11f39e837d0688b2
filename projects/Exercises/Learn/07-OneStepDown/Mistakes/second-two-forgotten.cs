// slip: two-missing-in-curvature
static class Answer
{
    public static double LargestRate(double[] x)
    {
        double a = x.Average(one => one * one), c = x.Average();
        return 2 / ((a + 1) / 2 + Math.Sqrt(Math.Pow((a - 1) / 2, 2) + c * c));
    }
}
