// slip: not-a-number-goes-on
static class Answer
{
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log.Add(Norm(gradients));
            if (log[^1] > 1000) break;
            update();
        }
        return log.ToArray();
    }
}
