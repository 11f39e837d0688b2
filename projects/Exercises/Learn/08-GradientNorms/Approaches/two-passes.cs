// The largest entry first, then squares of what is left after dividing by it: two passes, and no square is ever infinite. Everything else
// asks Norm.
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double largest = ⟦gradients.Max(group => group.Max(Math.Abs))|gradients.SelectMany(group => group).Max(one => Math.Abs(one))⟧;
        if (largest == 0 || ⟦double.IsInfinity(largest)|!double.IsFinite(largest)⟧) return largest;
        double sum = 0;
        foreach (double[] group in ⟦gradients|gradients.Reverse()⟧)
            foreach (double one in group) sum += ⟦one / largest * (one / largest)|Math.Pow(one / largest, 2)⟧;
        return ⟦largest * Math.Sqrt(sum)|Math.Sqrt(sum) * largest⟧;
    }

    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        var log = new List<double>();
        ⟦for (int step = 0; step < steps; step++)|while (log.Count < steps)⟧
        {
            clear();
            backward();
            double norm = Norm(gradients);
            log.Add(norm);
            if (⟦!(norm <= 1000)|norm is > 1000 or double.NaN⟧) break;
            update();
        }

        return ⟦log.ToArray()|[.. log]⟧;
    }

    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients);
        if (norm ⟦>|>=⟧ limit)
        {
            foreach (double[] group in gradients)
                for (int j = 0; j < group.Length; j++) group[j] = ⟦group[j] / norm * limit|limit * (group[j] / norm)⟧;
        }

        return norm;
    }

    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        var log = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            log[step] = Clip(gradients, limit);
            update();
        }

        return log;
    }
}
