// slip: test-by-its-own
static class Answer
{
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[][] Standard(double[][] rows)
        {
            var m = Mean(rows);
            return Scale(rows, m, Sd(rows, m));
        }
        return Project(Standard(test), Components(Standard(train)));
    }
}
