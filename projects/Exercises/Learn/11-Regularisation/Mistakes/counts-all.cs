// slip: never-reset
static class Answer
{
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0, worse = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (validation[epoch] < validation[best]) best = epoch;
            else worse++;
            if (worse >= patience) return (best, epoch);
        }
        return (best, validation.Length - 1);
    }
}
