namespace MlMaths.Torch.Probability;

/// <summary>The mean of values that may be distributed in any way, with its interval.</summary>
public static class MeanInterval
{
    // From here on a mean is as good as normal, and a bootstrap only slower.
    private const int Many = 5000;

    private const string ByNormalMean = "normal distribution of a mean";

    /// <summary>
    /// By the bootstrap (BCa); of more than 5,000 values by the normal distribution of their mean, m ± z s/√n. Without ends where the
    /// values are equal but for rounding, however many they are.
    /// </summary>
    /// <param name="values">At least one.</param>
    /// <param name="seed">Decides what is drawn again.</param>
    /// <param name="resamples">Resamples of the bootstrap.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Of(
        IReadOnlyList<double> values, int seed, int resamples = Bootstrap.DefaultResamples,
        double confidence = Interval.DefaultConfidence)
    {
        double[] all = [.. values];
        Finite.Check(all, nameof(values));
        string method = all.Length > Many ? ByNormalMean : $"bootstrap of {all.Length} values";
        if (all.Length > 0 && Spread.IsRounding(all))
            return Interval.WithoutEnds(Moments.Of(all).Mean, method, Alike(all.Length), Interval.Checked(confidence));
        return all.Length > Many ? ByNormal(Moments.Of(all), confidence) : ByBootstrap(all, seed, resamples, confidence);
    }

    /// <summary>
    /// m ± z s/√n of so many values that no list of them is kept: they are asked for twice, so that no digit is lost. Without ends
    /// where there is only one.
    /// </summary>
    internal static Interval OfMany(int count, Func<int, double> value, double confidence, string method = ByNormalMean)
    {
        double mean = 0, squares = 0, n = count;
        for (int row = 0; row < count; row++)
            mean += value(row) / n;
        for (int row = 0; row < count; row++)
        {
            double distance = value(row) - mean;
            squares += distance * distance;
        }

        if (count < 2) return Interval.WithoutEnds(mean, method, Alike(count), confidence);
        double reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - reach, mean + reach, confidence, method);
    }

    private static string Alike(int count) => count == 1 ? "one value has no spread" : $"all {NumberText.Count(count)} values are alike";

    private static Interval ByNormal(Moments moments, double confidence)
    {
        double reach = Normal.TwoSidedQuantile(confidence) * moments.SampleDeviation!.Value / Math.Sqrt(moments.Count);
        return new Interval(moments.Mean, moments.Mean - reach, moments.Mean + reach, confidence, ByNormalMean);
    }

    private static Interval ByBootstrap(double[] values, int seed, int resamples, double confidence) =>
        Bootstrap.Of(Resampling.OfRows(values.Length), rows => MeanOver(rows, values), seed, resamples).BcaOrPercentile(confidence);

    private static double? MeanOver(ReadOnlySpan<int> rows, double[] values)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += values[row];
        return sum / rows.Length;
    }
}
