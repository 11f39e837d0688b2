// A length grows entry by entry, as a hypotenuse: (length, entry) → √(length² + entry²), which double.Hypot works out without overflow. One
// pass, no list, and one factor to clip by.
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double length = 0;
        foreach (double[] group in gradients)
            foreach (double one in group)
                length = ⟦double.Hypot(length, one)|double.Hypot(one, length)⟧;
        return length;
    }

    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        bool stable = true;
        while (stable && log.Count < steps)
        {
            ⟦clear();|foreach (double[] group in gradients) Array.Clear(group);⟧
            backward();
            log.Add(Norm(gradients));
            stable = log[⟦^1|log.Count - 1⟧] <= 1000;
            if (stable) update();
        }

        return log.ToArray();
    }

    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients), factor = ⟦norm > limit ? limit / norm : 1|Math.Min(1, limit / norm)⟧;
        ⟦foreach (double[] group in gradients)
            for (int j = 0; j < group.Length; j++) group[j] *= factor;|for (int k = 0; k < gradients.Length; k++)
            for (int j = 0; j < gradients[k].Length; j++) gradients[k][j] = factor * gradients[k][j];⟧
        return ⟦norm|(float)norm is var near && float.IsFinite(near) ? near : norm⟧;
    }

    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new List<double>();
        for (int step = ⟦1; step <= steps; step++|0; step < steps; step++⟧)
        {
            clear();
            backward();
            log.Add(Clip(gradients, limit));
            update();
        }

        return ⟦log.ToArray()|[.. log]⟧;
    }
}
