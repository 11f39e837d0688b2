// slip: scaled-with-test
static class Answer
{
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[][] all = train.Concat(test).ToArray();
        double[] mean = Mean(all), sd = Sd(all, mean);
        return Project(Scale(test, mean, sd), Components(Scale(train, mean, sd)));
    }
}
