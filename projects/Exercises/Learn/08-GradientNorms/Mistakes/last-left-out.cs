// slip: unstable-left-out
static class Answer
{
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            double norm = Norm(gradients);
            if (!(norm <= 1000)) break;
            log.Add(norm);
            update();
        }
        return log.ToArray();
    }
}
