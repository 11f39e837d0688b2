namespace MlMaths.Torch.Probability;

/// <summary>
/// Do counts spread as much as their law says? The variance ratio is 1 where it holds, above 1 where events come in bursts or
/// the rate moves, below 1 where they keep apart (R. A. Fisher, 1925, Statistical Methods for Research Workers, § 19).
/// <code>
/// Poisson    D = s²/x̄                 binomial of n trials   D = s² / (x̄(1 − x̄/n))
/// test       (k − 1) D ~ χ²(k − 1) where the law holds; both tails, as bursts and order are both departures
/// </code>
/// The interval is a bootstrap over the k periods: it must hold where the law does not.
/// </summary>
/// <param name="Ratio">D with its interval; undefined where the counts leave no spread to compare with.</param>
/// <param name="PValue">Two-sided; null where D is undefined.</param>
public sealed record Dispersion(Interval Ratio, double? PValue)
{
    /// <summary>Counts per period against the Poisson law.</summary>
    public static Dispersion OfEvents(double[] counts, int seed, int resamples = Bootstrap.DefaultResamples) =>
        Of(counts, double.PositiveInfinity, seed, resamples);

    /// <summary>Successes among the same number of trials in each period against the binomial law.</summary>
    public static Dispersion OfSuccesses(
        double[] counts, int trials, int seed, int resamples = Bootstrap.DefaultResamples) =>
        Of(counts, trials, seed, resamples);

    /// <summary>p of the χ² test alone, for a ratio over so many periods.</summary>
    public static double PValueOf(double ratio, int periods)
    {
        double upper = ChiSquared.UpperTail((periods - 1) * Finite.NotNegative(ratio), periods - 1);
        return 2 * Math.Min(upper, 1 - upper);
    }

    /// <summary>D of counts; null where there are fewer than two, or no spread to compare with.</summary>
    /// <param name="counts">One per period.</param>
    /// <param name="trials">Trials of each period; infinite for the Poisson law.</param>
    public static double? RatioOf(ReadOnlySpan<double> counts, double trials = double.PositiveInfinity)
    {
        Finite.Check(counts);
        if (!(trials > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(trials), trials,
                "Trials are above 0, or infinite.");
        }

        double sum = 0, squares = 0;
        foreach (double count in counts) sum += count;
        double mean = sum / counts.Length, expected = mean * (1 - mean / trials);
        foreach (double count in counts) squares += (count - mean) * (count - mean);
        return counts.Length < 2 || expected <= 0 ? null : squares / (counts.Length - 1) / expected;
    }

    private static Dispersion Of(double[] counts, double trials, int seed, int resamples)
    {
        if (RatioOf(counts, trials) is not double ratio)
            return new Dispersion(Interval.Undefined("the law leaves these counts no spread"), null);
        double[] drawn = new double[counts.Length];
        var bootstrap = Bootstrap.Of(Resampling.OfRows(counts.Length), RatioOver, seed, resamples);
        return new Dispersion(bootstrap.BcaOrPercentile(), PValueOf(ratio, counts.Length));

        double? RatioOver(ReadOnlySpan<int> rows)
        {
            for (int i = 0; i < rows.Length; i++) drawn[i] = counts[rows[i]];
            return RatioOf(drawn.AsSpan(0, rows.Length), trials);
        }
    }
}
