// slip: lowest-of-all
static class Answer
{
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (validation[epoch] < validation[best]) best = epoch;
            if (epoch - best >= patience) return (Array.IndexOf(validation, validation.Min()), epoch);
        }
        return (best, validation.Length - 1);
    }
}
