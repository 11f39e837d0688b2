// slip: goes-on
static class Answer
{
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log[step] = Norm(gradients);
            update();
        }
        return log;
    }
}
