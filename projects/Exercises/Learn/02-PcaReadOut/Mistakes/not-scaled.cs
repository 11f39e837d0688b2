// slip: not-scaled
static class Answer
{
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] mean = Mean(train);
        return Project(test.Select(r => r.Select((x, j) => x - mean[j]).ToArray()).ToArray(), Components(train));
    }
}
