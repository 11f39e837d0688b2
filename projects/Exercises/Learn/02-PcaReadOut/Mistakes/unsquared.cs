// slip: unsquared
static class Answer
{
    public static double[] Ratios(double[][] rows)
    {
        double[] singular = Eigen(Covariance(Center(rows))).Values.Reverse().Select(Math.Sqrt).ToArray();
        return singular.Select(s => s / singular.Sum()).ToArray();
    }
}
