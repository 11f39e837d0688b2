// slip: correlation
static class Answer
{
    static double[][] Center(double[][] rows)
    {
        double[] mean = Mean(rows), sd = Sd(rows, mean);
        return rows.Select(r => r.Select((x, j) => (x - mean[j]) / sd[j]).ToArray()).ToArray();
    }
}
