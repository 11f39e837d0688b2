// slip: after-clipping
static class Answer
{
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            Clip(gradients, limit);
            log.Add(Norm(gradients));
            update();
        }
        return log.ToArray();
    }
}
