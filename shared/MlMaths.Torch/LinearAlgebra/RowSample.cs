using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Some of n rows, none twice, in ascending order.</summary>
internal static class RowSample
{
    /// <summary>As many as are wanted, at even distances; all, where there are no more.</summary>
    public static int[] Even(int rows, int wanted)
    {
        int count = Math.Min(wanted, rows);
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)i * rows / count))];
    }

    /// <summary>
    /// Each row equally likely. Takes row i with probability (still wanted) / (still to come), which gives every sample the same chance
    /// (C. T. Fan, M. E. Muller, I. Rezucha, 1962, Journal of the American Statistical Association 57:387–402).
    /// </summary>
    public static int[] Of(int rows, int wanted, int seed)
    {
        SplitMix64 chance = new(seed, DrawnFor.Sample);
        int[] sample = new int[Math.Min(wanted, rows)];
        int taken = 0;
        for (int i = 0; i < rows && taken < sample.Length; i++)
        {
            if (chance.Below(rows - i) < sample.Length - taken)
                sample[taken++] = i;
        }
        return sample;
    }
}
