// slip: ascending
static class Answer
{
    public static double[] Ratios(double[][] rows)
    {
        double[] values = Eigen(Covariance(Center(rows))).Values;
        double total = values.Sum();
        return values.Select(v => v / total).ToArray();
    }
}
