using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Intervals of the weights of least squares that assume less than the t interval: rows are drawn with replacement, and the line
/// is fitted again to each draw. Whatever the errors look like, of one spread or not, they are drawn along with their rows.
/// (B. Efron and R. J. Tibshirani, 1993, An Introduction to the Bootstrap, section 9.5: bootstrapping pairs.)
/// </summary>
/// <param name="Intervals">Percentile intervals, b first.</param>
/// <param name="Resamples">Draws that could be fitted.</param>
public sealed record BootstrappedCoefficients(IReadOnlyList<Interval> Intervals, int Resamples)
{
    /// <summary>Draws and fits.</summary>
    /// <param name="columns">d columns of n numbers.</param>
    /// <param name="y">n targets.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="resamples">How many times.</param>
    /// <param name="confidence">Confidence level of the intervals.</param>
    /// <param name="cancellation">Asked before each draw.</param>
    public static BootstrappedCoefficients Fit(
        IReadOnlyList<double[]> columns, double[] y, int seed, int resamples = Bootstrap.DefaultResamples,
        double confidence = Interval.DefaultConfidence, CancellationToken cancellation = default)
    {
        Interval.Checked(confidence);
        double[] estimate = LeastSquares.Fit(columns, y).Weights;
        List<double[]> drawn = [];
        Resampling.OfRows(y.Length).Repeat(seed, resamples, (_, rows) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (Fitted(columns, y, [.. rows]) is { } weights) drawn.Add(weights);
        });

        return new([.. estimate.Select(
            (weight, k) => IntervalOf(weight, [.. drawn.Select(one => one[k])], resamples, confidence))],
            drawn.Count);
    }

    // A draw without any row of a rare group leaves its column constant, and no weight for it.
    private static double[]? Fitted(IReadOnlyList<double[]> columns, double[] y, int[] rows)
    {
        var qr = new HouseholderQr(rows.Length);
        bool isDetermined = qr.TryAdd(LeastSquares.Ones(rows.Length))
            && qr.TryAddEach([.. columns.Select(column => Array.ConvertAll(rows, row => column[row]))], _ => DependentColumns.Rounding)
                .All(isAdded => isAdded);
        return isDetermined ? qr.Solve([.. rows.Select(row => y[row])]) : null;
    }

    private static Interval IntervalOf(double weight, double[] drawn, int resamples, double confidence)
    {
        string method = $"bootstrap of rows, percentile, {NumberText.Count(resamples)} resamples";
        if (drawn.Length < 0.95 * resamples)
        {
            return Interval.WithoutEnds(weight, method,
                FormattableString.Invariant($"{resamples - drawn.Length} of {resamples} resamples do ")
                + "not determine the weights",
                confidence);
        }
        var quantiles = Quantiles.Of(drawn);
        return new Interval(weight, quantiles.At((1 - confidence) / 2), quantiles.At((1 + confidence) / 2), confidence, method);
    }
}
