// slip: deviation-for-error
static class Answer
{
    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        int best = 0;
        for (int k = 1; k < strengths.Length; k++)
            if (validation[k].Average() < validation[best].Average()) best = k;
        double mean = validation[best].Average(), n = validation[best].Length;
        double error = Math.Sqrt(validation[best].Sum(x => (x - mean) * (x - mean)) / (n - 1));
        int chosen = best;
        for (int k = best; k < strengths.Length; k++)
            if (validation[k].Average() <= mean + error) chosen = k;
        return strengths[chosen];
    }
}
