// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double largest = gradients.Max(g => g.Max(Math.Abs));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        return largest * Math.Sqrt(gradients.Sum(g => g.Sum(e => e / largest * (e / largest))));
    }

    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log.Add(Norm(gradients));
            if (!(log[^1] <= 1000)) break;
            update();
        }
        return log.ToArray();
    }

    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients);
        if (norm > limit)
            foreach (var g in gradients)
                for (int j = 0; j < g.Length; j++) g[j] = g[j] / norm * limit;
        return norm;
    }

    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log.Add(Clip(gradients, limit));
            update();
        }
        return log.ToArray();
    }
}
