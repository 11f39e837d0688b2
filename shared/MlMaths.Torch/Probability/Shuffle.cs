namespace MlMaths.Torch.Probability;

/// <summary>
/// Values in an order that chance decides, each order as likely as any other, the same on every machine and device
/// (R. Durstenfeld, Algorithm 235, Communications of the ACM 7, 1964): place i is swapped with one chosen evenly from 0 … i.
/// </summary>
internal static class Shuffle
{
    /// <summary>0 … n − 1 in a new order.</summary>
    /// <param name="count">n.</param>
    /// <param name="seed">The run's seed, or that of a part.</param>
    /// <param name="stream">What for.</param>
    /// <param name="number">Which of many: an epoch, a class.</param>
    public static int[] Order(int count, int seed, DrawnFor stream, int number = 0)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        InPlace<int>(order, seed, stream, number);
        return order;
    }

    /// <summary>As <see cref="Order"/>, of any values.</summary>
    public static void InPlace<T>(Span<T> values, int seed, DrawnFor stream, int number = 0)
    {
        var chance = new SplitMix64(seed, stream, number);
        InPlace(values, ref chance);
    }

    /// <summary>By draws from a source that others draw from, too.</summary>
    public static void InPlace<T>(Span<T> values, ref SplitMix64 chance)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = chance.Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
