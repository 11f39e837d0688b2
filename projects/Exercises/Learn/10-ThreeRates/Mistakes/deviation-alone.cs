// slip: root-left-out
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
            double mean = d.Average(), s = Math.Sqrt(d.Sum(x => (x - mean) * (x - mean)) / (d.Length - 1));
            if (Math.Abs(mean / s) <= 2.36) noise.Add(k);
        }
        return noise.ToArray();
    }
}
