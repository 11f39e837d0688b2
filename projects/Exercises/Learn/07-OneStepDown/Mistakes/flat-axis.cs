// slip: smaller-curvature
static class Answer
{
    public static double LargestRate(double[] x)
    {
        double a = 2 * x.Average(one => one * one), c = 2 * x.Average(), d = 2;
        double middle = (a + d) / 2, reach = Math.Sqrt(Math.Pow((a - d) / 2, 2) + c * c);
        return 2 / (middle - reach);
    }
}
