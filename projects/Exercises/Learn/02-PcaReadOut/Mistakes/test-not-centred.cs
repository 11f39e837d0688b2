// slip: test-not-centred
static class Answer
{
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        double[] mean = Mean(train), sd = Sd(train, mean);
        double[][] v = Components(Scale(train, mean, sd));
        var z = new double[test.Length][];
        for (int i = 0; i < test.Length; i++)
        {
            z[i] = new double[4];
            for (int k = 0; k < 4; k++)
                for (int j = 0; j < 4; j++) z[i][k] += test[i][j] / sd[j] * v[k][j];
        }
        return z;
    }
}
