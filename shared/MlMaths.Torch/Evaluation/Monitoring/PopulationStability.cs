using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The population stability index, which is often read with one fixed limit: bins with equal shares of the reference rows, and how
/// far the window's shares are from them.
/// <code>
/// PSI = Σₖ (wₖ − rₖ) ln (wₖ / rₖ)          wₖ, rₖ: shares of the window and of the reference in bin k
/// PSI ~ (1/n + 1/m) χ²(K − 1)              where nothing has changed
/// </code>
/// So what chance alone gives falls with the number of rows, and a fixed limit such as 0.1 always rings on few rows and never on many.
/// An empty bin counts as half a row, since ln 0 has no value.
/// </summary>
public static class PopulationStability
{
    /// <summary>K.</summary>
    public const int DefaultBins = 10;

    /// <summary>The limit of habit.</summary>
    public const double CustomaryLimit = 0.1;

    /// <summary>The index of a window; ties fall into one bin, so that there may be fewer bins than asked for.</summary>
    public static double Of(IReadOnlyList<double> reference, IReadOnlyList<double> window, int bins = DefaultBins)
    {
        var quantiles = Quantiles.Of([.. Finite.Checked(reference)]);
        double[] edges = [.. Enumerable.Range(1, bins - 1).Select(k => quantiles.At((double)k / bins)).Distinct()];
        double[] before = Shares(reference, edges), now = Shares(Finite.Checked(window), edges);
        return before.Zip(now, (r, w) => (w - r) * Math.Log(w / r)).Sum();
    }

    /// <summary>How often an unchanged window passes a fixed limit.</summary>
    /// <param name="window">n.</param>
    /// <param name="reference">m.</param>
    /// <param name="limit">Limit of the index.</param>
    /// <param name="bins">K.</param>
    public static double FalseAlarmRate(int window, int reference, double limit = CustomaryLimit, int bins = DefaultBins) =>
        ChiSquared.UpperTail(Finite.NotNegative(limit) / (1.0 / window + 1.0 / reference), bins - 1);

    private static double[] Shares(IReadOnlyList<double> values, double[] edges)
    {
        double[] counts = new double[edges.Length + 1];
        foreach (double value in values)
        {
            int bin = Array.BinarySearch(edges, value);
            counts[bin < 0 ? ~bin : bin]++; // up to an edge, that one included
        }

        return [.. counts.Select(count => Math.Max(count, 0.5) / values.Count)];
    }
}
