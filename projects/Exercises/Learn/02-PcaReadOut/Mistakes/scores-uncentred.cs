// slip: scores-uncentred
static class Answer
{
    public static double[][] Scores(double[][] rows)
    {
        return Project(rows, Components(rows));
    }
}
