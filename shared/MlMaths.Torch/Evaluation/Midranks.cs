namespace MlMaths.Torch.Evaluation;

/// <summary>Ranks from 1, smallest first; equal values share the mean of the ranks that they take up.</summary>
internal static class Midranks
{
    public static double[] Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length)];
        ScoreOrder.Ascending(sorted, order);

        double[] ranks = new double[values.Length];
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first]) end++;
            double midrank = (first + 1 + end) / 2.0; // mean of first + 1 … end
            for (int at = first; at < end; at++) ranks[order[at]] = midrank;
        }
        return ranks;
    }
}
