namespace MlMaths.Torch.Probability;

/// <summary>
/// Values in an order that chance decides, each order as likely as any other, the same on every machine and device
/// (R. Durstenfeld, Algorithm 235, Communications of the ACM 7, 1964): place i is swapped with one chosen evenly from 0 … i.
/// </summary>
internal static class Shuffle
{
    /// <summary>0 … n − 1 in a new order.</summary>
    /// <param name="count">n.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">Which of the many shuffles of one seed: an epoch, a class.</param>
    public static int[] Order(int count, int seed, int stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        InPlace<int>(order, seed, stream);
        return order;
    }

    /// <summary>0 … n − 1 in the order that .NET's own shuffle gives for a seed.</summary>
    public static int[] Order(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>As <see cref="Order(int, int, int)"/>, of any values.</summary>
    public static void InPlace<T>(Span<T> values, int seed, int stream)
    {
        var chance = new Stream(new Random(Mix(seed, stream)));
        Swap(values, ref chance);
    }

    /// <summary>By draws from a source that others draw from, too.</summary>
    public static void InPlace<T>(Span<T> values, ref SplitMix64 chance) => Swap(values, ref chance);

    private static void Swap<T, TChance>(Span<T> values, ref TChance chance) where TChance : struct, IChance
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = chance.Below(i + 1);
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

    private readonly struct Stream(Random random) : IChance
    {
        public int Below(int n) => random.Next(n);
    }
}

/// <summary>A source of whole numbers, 0 … n − 1, each alike.</summary>
internal interface IChance
{
    int Below(int n);
}
