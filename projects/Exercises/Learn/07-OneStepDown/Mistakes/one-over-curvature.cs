// slip: half-of-it
static class Answer
{
    public static double LargestRate(double[] x)
    {
        double a = 2 * x.Average(one => one * one), c = 2 * x.Average(), d = 2;
        double largest = (a + d) / 2 + Math.Sqrt(Math.Pow((a - d) / 2, 2) + c * c);
        return 1 / largest;
    }
}
