// slip: turned-factor
static class Answer
{
    public static double Clip(double[][] gradients, double limit)
    {
        double norm = Norm(gradients);
        if (norm > limit)
            foreach (var g in gradients)
                for (int j = 0; j < g.Length; j++) g[j] *= norm / limit;
        return norm;
    }
}
