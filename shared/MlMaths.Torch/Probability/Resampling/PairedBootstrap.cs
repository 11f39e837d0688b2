namespace MlMaths.Torch.Probability;

/// <summary>
/// The difference of two statistics of the same rows: each resample draws rows once and computes both on them, so that rows
/// which are hard for both cancel (B. Efron and R. J. Tibshirani, 1993, An Introduction to the Bootstrap, chapter 8).
/// Two separate intervals that overlap say nothing about the difference; this one does.
/// </summary>
public static class PairedBootstrap
{
    /// <summary>Second less first: BCa, or percentile where BCa does not exist though the difference varies.</summary>
    /// <param name="resampling">How rows are drawn.</param>
    /// <param name="first">First one, of drawn rows.</param>
    /// <param name="second">Second one, of the same rows, by the same numbers.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="resamples">How many times.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Difference(
        Resampling resampling, RowStatistic first, RowStatistic second, int seed, int resamples = Bootstrap.DefaultResamples,
        double confidence = Interval.DefaultConfidence)
    {
        Interval interval = Bootstrap.Of(resampling, rows => second(rows) - first(rows), seed, resamples).BcaOrPercentile(confidence);
        return interval with { Method = $"paired {interval.Method}" };
    }
}
