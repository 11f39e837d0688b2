using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The mean of costs or of differences of costs, one per row, most of them 0 and a few large, with its interval: BCa. Simulated with
/// misses at 100, false alarms at 5 and 4 to 38 misses expected, BCa held the true mean in 95 to 96 of 100 samples, and missed it as
/// often below as above. Percentiles and m ± 2 s/√n held it in 92 to 96, and where misses were few all but one in five of their
/// failures promised too little cost.
/// </summary>
internal static class CostInterval
{
    /// <summary>BCa, or percentile where BCa does not exist though the values do vary.</summary>
    /// <param name="costs">One per row; at least one.</param>
    /// <param name="seed">Decides which rows are drawn: the same seed draws the same rows, whatever their costs.</param>
    /// <param name="resamples">Draws.</param>
    /// <param name="per">Rows that the mean is given for.</param>
    public static Interval Of(double[] costs, int seed, int resamples, int per)
    {
        var bootstrap = Bootstrap.Of(Resampling.OfRows(costs.Length), rows => Mean(rows, costs) * per, seed, resamples);
        Interval corrected = bootstrap.Bca();
        return corrected.HasEnds ? corrected : bootstrap.Percentile();
    }

    private static double Mean(ReadOnlySpan<int> rows, double[] costs)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += costs[row];
        return sum / rows.Length;
    }
}
