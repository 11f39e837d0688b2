// slip: unpaired
static class Answer
{
    public static int[] Noise(double[][] losses)
    {
        int best = 0;
        for (int k = 1; k < losses.Length; k++)
            if (losses[k].Average() < losses[best].Average()) best = k;
        var noise = new List<int>();
        for (int k = 0; k < losses.Length; k++)
        {
            if (k == best) continue;
            double[] d = losses[k].Zip(losses[best], (a, b) => a - b).ToArray();
            double mean = d.Average(), s = Math.Sqrt(Variance(losses[k]) + Variance(losses[best]));
            if (Math.Abs(mean / (s / Math.Sqrt(d.Length))) <= 2.36) noise.Add(k);
        }
        return noise.ToArray();
    }

    static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Sum(one => (one - mean) * (one - mean)) / (x.Length - 1);
    }
}
