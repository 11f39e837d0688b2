using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// 0 … n−1 in an order that a seed decides, the same on every machine and device.
/// Shuffle: R. Durstenfeld, Algorithm 235, CACM 7(7), 1964: swap place i with a place chosen evenly from 0 … i.
/// </summary>
internal static class Permutation
{
    public static int[] Of(int count, int seed, DrawnFor stream, int number = 0)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle(order, seed, stream, number);
        return order;
    }

    /// <param name="values">Put in a new order, in place.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stream">What for.</param>
    /// <param name="number">Which of many: an epoch, a class.</param>
    public static void Shuffle(int[] values, int seed, DrawnFor stream, int number = 0)
    {
        var random = Seeds.Generator(seed, stream, number);
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
