namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How likely chance alone makes the labels an exact function of something: shuffled, all their orders are equally likely,
/// and those that are such a function are counted.
/// <code>
/// N = n!/∏ nₖ!                                  orders of labels with nₖ rows of label k
/// W   of a column with levels of m₁, m₂, … rows   ways to give every level one label, so that label k gets nₖ rows
/// B   in blocks along a sorted column             C(n−1, b−1) · K(K−1)ᵇ⁻¹ for b blocks: their borders, their labels
/// S   in the span of s columns and a constant     Vˢ⁺¹ at most: s + 1 rows decide a combination, V values each
/// p ≤ W/N, B/N, S/N
/// </code>
/// </summary>
internal static class FunctionChance
{
    // More levels than this and W no longer fits a double; the bound then serves.
    private const int MostCountedLevels = 1000;

    /// <summary>ln N.</summary>
    public static double LogOrders(IReadOnlyList<int> counts) => LogFactorial(counts.Sum()) - counts.Sum(LogFactorial);

    /// <summary>ln W/N, exact for two labels, else by W ≤ Kᴸ.</summary>
    /// <param name="levels">m₁, m₂, …: the rows of each level.</param>
    /// <param name="labels">n₁, n₂, …: the rows of each label.</param>
    public static double LogOfLevels(IReadOnlyList<int> levels, IReadOnlyList<int> labels)
    {
        int[] present = [.. labels.Where(count => count > 0)];
        double bound = levels.Count * Math.Log(Math.Max(1, present.Length));
        double ways = present.Length == 2 && levels.Count <= MostCountedLevels
            ? Math.Log(SubsetsOf(levels, present.Min()))
            : bound;
        return Math.Min(0, Math.Min(ways, bound) - LogOrders(present));
    }

    /// <summary>ln B/N.</summary>
    public static double LogOfBlocks(int blocks, AskedTarget target) => LogOfBlocks(blocks, target.Counts);

    /// <summary>ln B/N.</summary>
    public static double LogOfBlocks(int blocks, IReadOnlyList<int> counts) => Math.Min(
        0, LogChoices(counts.Sum() - 1, blocks - 1) + Math.Log(counts.Count)
            + (blocks - 1) * Math.Log(Math.Max(1, counts.Count - 1)) - LogOrders(counts));

    /// <summary>ln S/N.</summary>
    public static double LogOfSpan(int columns, AskedTarget target) =>
        Math.Min(0, (columns + 1) * Math.Log(target.Labels.Count) - target.LogOrders);

    /// <summary>ln C(n, k).</summary>
    public static double LogChoices(int n, int k) =>
        k <= 0 || k >= n ? 0 : LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    // ln n! by Stirling's series from 16 on, where three terms leave less than 1e-13.
    private static double LogFactorial(int n)
    {
        if (n < 16)
        {
            double product = 1;
            for (int i = 2; i <= n; i++)
                product *= i;
            return Math.Log(product);
        }

        double x = n;
        return (x + 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x)
            + 1 / (1260 * Math.Pow(x, 5));
    }

    // ways[s] = number of sets of the levels so far that have s rows together.
    private static double SubsetsOf(IReadOnlyList<int> levels, int rows)
    {
        double[] ways = new double[rows + 1];
        ways[0] = 1;
        foreach (int level in levels)
        {
            for (int s = rows; s >= level; s--)
                ways[s] += ways[s - level];
        }

        return ways[rows];
    }
}
