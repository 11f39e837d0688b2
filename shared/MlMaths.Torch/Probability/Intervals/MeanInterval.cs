namespace MlMaths.Torch.Probability;

/// <summary>The mean of values that may be distributed in any way, with its interval.</summary>
public static class MeanInterval
{
    // From here on a mean is as good as normal, and a bootstrap only slower.
    private const int Many = 5000;

    private const string ByNormalMean = "normal distribution of a mean";

    /// <summary>
    /// By the bootstrap (BCa); of more than 5,000 values by the normal distribution of their mean, m ± z s/√n. Without
    /// ends where
    /// the values are equal but for rounding, however many they are.
    /// </summary>
    /// <param name="values">At least one.</param>
    /// <param name="seed">Decides what is drawn again.</param>
    /// <param name="resamples">Resamples of the bootstrap.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Of(
        IReadOnlyList<double> values, int seed, int resamples = Bootstrap.UsualResamples,
            double confidence = Interval.UsualConfidence)
    {
        double[] all = [.. values];
        Finite.Check(all, nameof(values));
        string method = all.Length > Many ? ByNormalMean : $"bootstrap of {all.Length} values";
        if (all.Length > 0 && Spread.IsRounding(all))
            return Interval.WithoutEnds(Moments.Of(all).Mean, method, Alike(all.Length), Interval.Checked(confidence));
        return all.Length > Many ? ByNormal(Moments.Of(all), confidence) : ByBootstrap(all, seed, resamples, confidence);
    }

    private static string Alike(int count) => count == 1 ? "one value has no spread" : $"all {count} values are alike";

    private static Interval ByNormal(Moments moments, double confidence)
    {
        double reach = Normal.TwoSidedQuantile(confidence) * moments.SampleDeviation!.Value / Math.Sqrt(moments.Count);
        return new Interval(moments.Mean, moments.Mean - reach, moments.Mean + reach, confidence, ByNormalMean);
    }

    private static Interval ByBootstrap(double[] values, int seed, int resamples, double confidence)
    {
        var bootstrap = Bootstrap.Of(Resampling.OfRows(values.Length), rows => MeanOver(rows, values), seed, resamples);
        Interval corrected = bootstrap.Bca(confidence);
        return corrected.HasEnds ? corrected : bootstrap.Percentile(confidence);
    }

    private static double? MeanOver(ReadOnlySpan<int> rows, double[] values)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += values[row];
        return sum / rows.Length;
    }
}
