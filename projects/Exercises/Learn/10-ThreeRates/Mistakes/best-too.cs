// slip: best-included
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
            double[] d = losses[k].Zip(losses[best], (a, b) => a - b).ToArray();
            double mean = d.Average(), s = Math.Sqrt(d.Sum(x => (x - mean) * (x - mean)) / (d.Length - 1));
            if (k == best || Math.Abs(mean / (s / Math.Sqrt(d.Length))) <= 2.36) noise.Add(k);
        }
        return noise.ToArray();
    }
}
