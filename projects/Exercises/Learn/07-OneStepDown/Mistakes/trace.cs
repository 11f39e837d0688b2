// slip: sum-of-curvatures
static class Answer
{
    public static double LargestRate(double[] x) => 2 / (2 * x.Average(one => one * one) + 2);
}
