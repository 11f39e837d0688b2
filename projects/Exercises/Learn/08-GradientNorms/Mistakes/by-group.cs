// slip: each-group
static class Answer
{
    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients);
        foreach (var g in gradients)
        {
            double own = Norm([g]);
            if (own > limit)
                for (int j = 0; j < g.Length; j++) g[j] *= limit / own;
        }
        return norm;
    }
}
