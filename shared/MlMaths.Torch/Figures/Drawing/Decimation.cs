namespace MlMaths.Torch.Figures;

/// <summary>
/// A long curve as a screen can show it: cut into columns of equal width, each column keeps its first, lowest, highest
/// and last point. Every peak stays; what goes could not be told apart.
/// </summary>
internal static class Decimation
{
    /// <param name="xs">Where the points lie across, ascending.</param>
    /// <param name="ys">How high.</param>
    /// <param name="columns">Columns to divide the whole width into; a curve of fewer than 4 points a column is kept whole.</param>
    /// <returns>The indices of the points to keep, ascending.</returns>
    public static IReadOnlyList<int> Keep(IReadOnlyList<double> xs, IReadOnlyList<double> ys, int columns)
    {
        if (xs.Count <= 4 * columns) return [.. Enumerable.Range(0, xs.Count)];

        double width = (xs[^1] - xs[0]) / columns;
        List<int> kept = [];
        for (int start = 0; start < xs.Count;)
        {
            int column = ColumnOf(xs[start]), low = start, high = start, end = start;
            while (end < xs.Count && ColumnOf(xs[end]) == column)
            {
                if (ys[end] < ys[low]) low = end;
                if (ys[end] > ys[high]) high = end;
                end++;
            }
            kept.AddRange(new SortedSet<int> { start, low, high, end - 1 });
            start = end;
        }
        return kept;

        int ColumnOf(double x) => width > 0 ? Math.Min((int)((x - xs[0]) / width), columns - 1) : 0;
    }
}
