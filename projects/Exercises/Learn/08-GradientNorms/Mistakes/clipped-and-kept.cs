// slip: not-cleared
static class Answer
{
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            backward();
            log.Add(Clip(gradients, limit));
            update();
        }
        return log.ToArray();
    }
}
