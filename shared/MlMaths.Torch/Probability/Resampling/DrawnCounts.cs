using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Probability;

/// <summary>
/// A statistic that asks how often each row was drawn, not in which order: rows that were sorted once stay sorted, and
/// each resample is one weighted pass over them.
/// </summary>
internal static class DrawnCounts
{
    public delegate double? Statistic(ReadOnlySpan<int> timesDrawn);

    public static RowStatistic Of(int rows, Statistic statistic)
    {
        int[] timesDrawn = new int[rows];
        return drawn =>
        {
            Count(drawn, timesDrawn);
            return statistic(timesDrawn);
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    private static void Count(ReadOnlySpan<int> drawn, Span<int> timesDrawn)
    {
        timesDrawn.Clear();
        foreach (int row in drawn) timesDrawn[row]++;
    }
}
