namespace MlMaths.Torch.Data;

/// <summary>
/// 0 … n−1 in an order that a seed decides, the same on every machine and device.
/// Shuffle: R. Durstenfeld, Algorithm 235, CACM 7(7), 1964: swap place i with a place chosen evenly from 0 … i.
/// </summary>
internal static class Permutation
{
    public static int[] Of(int count, int seed, int stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle(order, seed, stream);
        return order;
    }

    /// <param name="values">Put in a new order, in place.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">Which of the many shuffles of one seed: an epoch, a class.</param>
    public static void Shuffle(int[] values, int seed, int stream)
    {
        var random = new Random(Mix(seed, stream));
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    // Random(1) and Random(2) start alike. SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014) sets neighbours apart.
    private static int Mix(int seed, int stream)
    {
        ulong z = ((ulong)(uint)seed << 32 | (uint)stream) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)(z ^ (z >> 31));
    }
}
