// slip: any-fall-resets
static class Answer
{
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        int best = 0, waited = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (validation[epoch] < validation[best]) best = epoch;
            if (validation[epoch] < validation[epoch - 1]) waited = 0;
            else waited++;
            if (waited >= patience) return (best, epoch);
        }
        return (best, validation.Length - 1);
    }
}
