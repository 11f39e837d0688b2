// slip: linear
static class Answer
{
    public static double[] Grid(double low, double high) =>
        Enumerable.Range(0, 7).Select(k => low + (high - low) * k / 6.0).ToArray();
}
