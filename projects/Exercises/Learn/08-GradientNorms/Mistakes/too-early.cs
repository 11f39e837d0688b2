// slip: before-backward
static class Answer
{
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            double norm = Norm(gradients);
            log.Add(norm);
            backward();
            if (norm > 1000) break;
            update();
        }
        return log.ToArray();
    }
}
