// slip: by-size
static class Answer
{
    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        double middle = rates.OrderBy(rate => rate).ElementAt(rates.Length / 2);
        return rates.Select(rate => rate < middle ? "too small" : rate > middle ? "too large" : "good").ToArray();
    }
}
