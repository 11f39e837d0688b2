// All entries as one list: the norm is that of one long arrow, as the formula says. The two logs share a loop that is told what to do with
// a gradient before the step, and when to stop.
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double[] all = ⟦gradients.SelectMany(group => group).ToArray()|[.. gradients.SelectMany(group => group)]⟧;
        double unit = all.Select(Math.Abs).⟦Max()|Aggregate(Math.Max)⟧;
        return unit == 0 || ⟦!double.IsFinite(unit)|double.IsInfinity(unit)⟧
            ? unit
            : unit * Math.Sqrt(all.⟦Sum(one => one / unit * (one / unit))|Select(one => one / unit).Sum(one => one * one)⟧);
    }

    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps) =>
        Steps(clear, backward, update, steps, () => Norm(gradients), norm => ⟦!(norm <= 1000)|norm is > 1000 or double.NaN⟧).ToArray();

    public static double Clip(double[][] gradients, double limit)
    {
        double before = Norm(gradients);
        if (before <= limit) return before;
        foreach (double[] group in gradients)
        {
            for (int j = 0; j < group.Length; j++)
                group[j] *= ⟦limit / before|1 / before * limit⟧;
        }

        return before;
    }

    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps) =>
        Steps(clear, backward, update, steps, () => Clip(gradients, limit), ⟦_ => false|norm => steps < 0⟧).ToArray();

    private static IEnumerable<double> Steps(
        Action clear, Action backward, Action update, int steps, Func<double> measured, Func<double, bool> ends)
    {
        for (int step = 0; step < steps; step++)
        {
            clear();
            backward();
            double norm = measured();
            yield return norm;
            if (ends(norm)) yield break;
            update();
        }
    }
}
