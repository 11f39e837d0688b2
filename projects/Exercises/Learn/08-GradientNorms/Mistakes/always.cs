// slip: always-scaled
static class Answer
{
    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients);
        foreach (var g in gradients)
            for (int j = 0; j < g.Length; j++) g[j] = g[j] / norm * limit;
        return norm;
    }
}
