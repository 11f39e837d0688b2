using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// MAE, RMSE and R² of predictions on rows that took no part in the fit, each with the interval for such rows in general: the
/// bootstrap over these rows, BCa, or percentile where BCa does not exist. The fitted model is taken as it is.
/// <code>
/// R² = 1 − Σ(yᵢ − ŷᵢ)² / Σ(yᵢ − ȳ)²      ȳ the mean of these very rows, which no model could know: below 0 is possible, and
///                                        means that ȳ, drawn as a level line, would have missed by less
/// </code>
/// </summary>
/// <param name="MeanAbsolute">MAE.</param>
/// <param name="RootMeanSquared">RMSE.</param>
/// <param name="RSquared">R²; undefined where all targets are equal.</param>
public sealed record RegressionIntervals(Interval MeanAbsolute, Interval RootMeanSquared, Interval RSquared)
{
    /// <summary>From at least one row.</summary>
    public static RegressionIntervals Of(
        double[] targets, double[] predictions, int seed, int resamples = Bootstrap.UsualResamples,
        double confidence = Interval.UsualConfidence)
    {
        Finite.Check(targets);
        Finite.Check(predictions);
        IReadOnlyList<Bootstrap> drawn = Bootstrap.OfMany(
            Resampling.OfRows(targets.Length),
            [
                rows => MeanAbsoluteOf(targets, predictions, rows), rows => RootMeanSquaredOf(targets, predictions, rows),
                rows => RSquaredOf(targets, predictions, rows),
            ],
            seed, resamples);
        return new(
            drawn[0].BcaOrPercentile(confidence), drawn[1].BcaOrPercentile(confidence),
            targets.Distinct().Count() > 1
                ? drawn[2].BcaOrPercentile(confidence)
                : Interval.Undefined("all targets are equal", confidence));
    }

    /// <summary>How much smaller the second model's MAE is, on the same rows.</summary>
    public static Interval MeanAbsoluteGain(double[] targets, double[] first, double[] second, int seed,
        int resamples = Bootstrap.UsualResamples)
    {
        CheckAll(targets, first, second);
        return PairedBootstrap.Difference(
            Resampling.OfRows(targets.Length), rows => MeanAbsoluteOf(targets, second, rows),
            rows => MeanAbsoluteOf(targets, first, rows), seed, resamples);
    }

    /// <summary>How much smaller the second model's RMSE is, on the same rows.</summary>
    public static Interval RootMeanSquaredGain(double[] targets, double[] first, double[] second, int seed,
        int resamples = Bootstrap.UsualResamples)
    {
        CheckAll(targets, first, second);
        return PairedBootstrap.Difference(
            Resampling.OfRows(targets.Length), rows => RootMeanSquaredOf(targets, second, rows),
            rows => RootMeanSquaredOf(targets, first, rows), seed, resamples);
    }

    private static void CheckAll(double[] targets, double[] first, double[] second)
    {
        Finite.Check(targets);
        Finite.Check(first);
        Finite.Check(second);
    }

    private static double MeanAbsoluteOf(double[] targets, double[] predictions, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows) sum += Math.Abs(predictions[row] - targets[row]);
        return sum / rows.Length;
    }

    private static double RootMeanSquaredOf(double[] targets, double[] predictions, ReadOnlySpan<int> rows) =>
        Math.Sqrt(SquaresOf(targets, predictions, rows) / rows.Length);

    private static double? RSquaredOf(double[] targets, double[] predictions, ReadOnlySpan<int> rows)
    {
        double mean = 0, about = 0;
        foreach (int row in rows) mean += targets[row] / rows.Length;
        foreach (int row in rows) about += (targets[row] - mean) * (targets[row] - mean);
        return about > 0 ? 1 - SquaresOf(targets, predictions, rows) / about : null;
    }

    private static double SquaresOf(double[] targets, double[] predictions, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows) sum += (predictions[row] - targets[row]) * (predictions[row] - targets[row]);
        return sum;
    }
}
