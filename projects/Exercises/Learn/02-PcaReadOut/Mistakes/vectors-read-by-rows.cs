// slip: vectors-read-by-rows
static class Answer
{
    public static double[][] Components(double[][] rows)
    {
        var (values, vectors) = Eigen(Covariance(Center(rows)));
        return vectors.Reverse().ToArray();
    }
}
