// slip: of-the-largest
static class Answer
{
    public static double[] Ratios(double[][] rows)
    {
        double[] values = Eigen(Covariance(Center(rows))).Values;
        double total = values.Max();
        return values.Reverse().Select(v => v / total).ToArray();
    }
}
