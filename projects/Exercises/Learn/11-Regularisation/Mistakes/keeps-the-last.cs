// slip: last-kept
static class Answer
{
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (validation[epoch] < validation[best]) best = epoch;
            if (epoch - best >= patience) return (epoch, epoch);
        }
        return (validation.Length - 1, validation.Length - 1);
    }
}
