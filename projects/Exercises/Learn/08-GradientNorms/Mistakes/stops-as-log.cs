// slip: stops-as-log
static class Answer
{
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log.Add(Clip(gradients, limit));
            if (!(log[^1] <= 1000)) break;
            update();
        }
        return log.ToArray();
    }
}
