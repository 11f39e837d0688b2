using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Confusion matrices that the true shares of the four cells might be, given the counts: Jeffreys' prior adds half a row to each
/// cell, so that what was not seen may exist.
/// <code>
/// shares ~ Dirichlet(c₁ + ½, …, c₄ + ½):  xᵢ ~ Gamma(cᵢ + ½),  shareᵢ = xᵢ/Σ x
/// </code>
/// Shares are written as counts of a million million rows, so that every measure of counts can be read from them.
/// </summary>
internal sealed class CellDraws
{
    private const double Prior = 0.5, Rows = 1e12;
    private const int Draws = 2000;

    private readonly ConfusionMatrix _calls;
    private readonly ConfusionMatrix[] _drawn;

    public CellDraws(ConfusionMatrix calls, int seed)
    {
        _calls = calls;
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        long[] cells = [calls.TruePositives, calls.FalsePositives, calls.FalseNegatives, calls.TrueNegatives];
        double[] x = new double[cells.Length];
        _drawn = new ConfusionMatrix[Draws];
        for (int i = 0; i < Draws; i++)
        {
            for (int cell = 0; cell < x.Length; cell++) x[cell] = Gamma.Draw(ref random, cells[cell] + Prior);
            double sum = x.Sum();
            _drawn[i] = new(Count(x[0] / sum), Count(x[1] / sum), Count(x[2] / sum), Count(x[3] / sum));
        }
    }

    /// <summary>The value of the counts, which is always inside, and the quantiles of what was drawn.</summary>
    public Interval Of(BinaryMetric metric, double confidence)
    {
        double value = _calls[metric]!.Value;
        var quantiles = Quantiles.Of([.. _drawn.Select(one => one[metric]).OfType<double>()]);
        double tail = (1 - Interval.Checked(confidence)) / 2;
        return new(
            value, Math.Min(value, quantiles.At(tail)), Math.Max(value, quantiles.At(1 - tail)), confidence,
            "counts drawn with half a row more in each cell");
    }

    private static long Count(double share) => (long)Math.Round(share * Rows);
}
