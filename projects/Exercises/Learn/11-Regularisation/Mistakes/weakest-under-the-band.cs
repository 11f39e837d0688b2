// slip: weakest
static class Answer
{
    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        int best = 0;
        for (int k = 1; k < strengths.Length; k++)
            if (validation[k].Average() < validation[best].Average()) best = k;
        double mean = validation[best].Average(), n = validation[best].Length;
        double error = Math.Sqrt(validation[best].Sum(x => (x - mean) * (x - mean)) / (n - 1)) / Math.Sqrt(n);
        int chosen = 0;
        while (validation[chosen].Average() > mean + error) chosen++;
        return strengths[chosen];
    }
}
