// slip: row-means
static class Answer
{
    static double[][] Center(double[][] rows) => rows.Select(r =>
    {
        double mean = r.Average();
        return r.Select(x => x - mean).ToArray();
    }).ToArray();
}
