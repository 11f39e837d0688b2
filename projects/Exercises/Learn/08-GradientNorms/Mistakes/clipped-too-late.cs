// slip: used-unclipped
static class Answer
{
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            update();
            log.Add(Clip(gradients, limit));
        }
        return log.ToArray();
    }
}
