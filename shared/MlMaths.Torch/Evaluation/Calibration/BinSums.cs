using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the expected calibration error sees of the rows: for each bin the sum of p − y and of its squares.
/// <code>
/// g_k = Σ_{i in k} (pᵢ − yᵢ)        q_k = Σ_{i in k} (pᵢ − yᵢ)²        ECE = 1/n Σ_k |g_k|
/// </code>
/// Rows drawn again change g_k by a sum of many terms, about normal with variance q_k: so the bootstrap can draw sums in place
/// of rows. |g| never averages to its own error, so resamples lie too high; the interval is bias-corrected for that.
/// Where probabilities are nearly right the error itself lies too high, and the interval holds the truth less often than it
/// promises: 97 of 100 times at a true error of 0.08 over 10,000 rows, 91 at 0.03, 74 at 0.012.
/// </summary>
internal sealed record BinSums(double[] Gaps, double[] Squares, int Rows)
{
    private const int Resamples = 2000;

    public static BinSums Of(bool[] labels, double[] probabilities, int bins)
    {
        var edges = ProbabilityBins.EqualWidth(bins);
        double[] gaps = new double[bins], squares = new double[bins];
        for (int row = 0; row < labels.Length; row++)
        {
            int bin = edges.IndexOf(probabilities[row]);
            double gap = probabilities[row] - (labels[row] ? 1 : 0);
            gaps[bin] += gap;
            squares[bin] += gap * gap;
        }

        return new(gaps, squares, labels.Length);
    }

    public Interval CalibrationError(int seed, double confidence)
    {
        const string Method = "bootstrap of bin sums, bias-corrected";
        double value = Gaps.Sum(Math.Abs) / Rows;
        var random = new Random(seed);
        double[] drawn = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            for (int bin = 0; bin < Gaps.Length; bin++)
            {
                drawn[i] += Math.Abs(Gaps[bin]
                    + Math.Sqrt(Squares[bin]) * Normal.Quantile(Math.Clamp(random.NextDouble(), 1e-16, 1 - 1e-16)))
                    / Rows;
            }
        }

        double below = drawn.Count(one => one < value) / (double)Resamples;
        if (below is 0 or 1)
        {
            return Interval.WithoutEnds(
                value, Method, "every resample lies on one side of it, as happens when probabilities "
                    + "are right", confidence);
        }
        double z0 = Normal.Quantile(below), z = Normal.TwoSidedQuantile(confidence);
        var quantiles = Quantiles.Of(drawn);
        return new Interval(
            value, quantiles.At(Normal.Cumulative(2 * z0 - z)), quantiles.At(Normal.Cumulative(2 * z0 + z)), confidence,
            Method);
    }
}
