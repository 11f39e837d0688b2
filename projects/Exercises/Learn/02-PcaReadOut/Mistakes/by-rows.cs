// slip: by-rows
static class Answer
{
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] mean = Mean(train);
        double[][] Scaled(double[][] rows) => rows.Select(r => r.Select((x, j) => (x - mean[j]) / train.Length).ToArray()).ToArray();
        return Project(Scaled(test), Components(Scaled(train)));
    }
}
