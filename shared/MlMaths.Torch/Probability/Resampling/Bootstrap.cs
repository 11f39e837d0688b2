namespace MlMaths.Torch.Probability;

/// <summary>
/// The bootstrap (B. Efron, 1979, Annals of Statistics 7:1–26): the rows stand for the population, so drawing rows again
/// and again with replacement shows how the statistic would scatter over other samples. Drawn once; the standard error,
/// the bias and both intervals are read from the same values θ*.
/// </summary>
public sealed class Bootstrap
{
    /// <summary>Enough for both ends of a 95 % interval to stand still in two digits.</summary>
    public const int DefaultResamples = 2000;

    // A statistic that many resamples leave undefined has no distribution: what is left would be a biased choice.
    private const double MaxUndefined = 0.05;

    private readonly Resampling _resampling;
    private readonly RowStatistic _statistic;
    private readonly double[] _replicates;

    private Bootstrap(Resampling resampling, RowStatistic statistic, double? estimate, double[] replicates, int resamples)
    {
        _resampling = resampling;
        _statistic = statistic;
        Estimate = estimate;
        _replicates = replicates;
        Resamples = resamples;
    }

    /// <summary>Draws <paramref name="resamples"/> times; the same seed gives the same intervals, bit for bit.</summary>
    public static Bootstrap Of(Resampling resampling, RowStatistic statistic, int seed, int resamples = DefaultResamples) =>
        OfMany(resampling, [statistic], seed, resamples)[0];

    /// <summary>
    /// Many statistics of the same draws, in their order: each is what <see cref="Of"/> gives by itself, and the rows are drawn once.
    /// </summary>
    public static IReadOnlyList<Bootstrap> OfMany(
        Resampling resampling, IReadOnlyList<RowStatistic> statistics, int seed, int resamples = DefaultResamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        int[] rows = [.. resampling.Strata.SelectMany(stratum => stratum)];
        double?[] estimates = [.. statistics.Select(statistic => Finite(statistic(rows)))];
        List<double>[] replicates = [.. statistics.Select(_ => new List<double>(resamples))];
        resampling.Repeat(seed, resamples, (_, drawn) =>
        {
            for (int k = 0; k < replicates.Length; k++)
                if (Finite(statistics[k](drawn)) is double value) replicates[k].Add(value);
        });
        return [.. statistics.Select((statistic, k) =>
            new Bootstrap(resampling, statistic, estimates[k], [.. replicates[k].Order()], resamples))];
    }

    /// <summary>θ̂: the statistic of the rows themselves; null where it is not defined.</summary>
    public double? Estimate { get; }

    /// <summary>How many times rows were drawn.</summary>
    public int Resamples { get; }

    /// <summary>θ*, ascending: the statistic of each resample that defines it.</summary>
    public IReadOnlyList<double> Replicates => _replicates;

    /// <summary>The standard error of the statistic: the deviation of θ* (÷ B − 1).</summary>
    public double? StandardError => _replicates.Length == 0 ? null : Moments.Of(_replicates).SampleDeviation;

    /// <summary>Mean of θ* less θ̂: about as far as θ̂ itself is off.</summary>
    public double? Bias => _replicates.Length == 0 ? null : Moments.Of(_replicates).Mean - Estimate;

    /// <summary>From the α/2 to the 1 − α/2 quantile of θ*.</summary>
    public Interval Percentile(double confidence = Interval.DefaultConfidence)
    {
        double alpha = 1 - Interval.Checked(confidence);
        return WhyNoInterval() is string reason ? Without(reason, "percentile", confidence)
            : Between(alpha / 2, 1 - alpha / 2, "percentile", confidence);
    }

    /// <summary>
    /// Bias-corrected and accelerated: other quantiles of θ*, moved by how often θ* falls short of θ̂ (z₀) and by how the
    /// error grows with the value (a, from the <see cref="Jackknife"/>). Second-order accurate where the percentile
    /// interval is first-order (B. Efron, 1987).
    /// <code>
    /// z₀ = Φ⁻¹( (#(θ* &lt; θ̂) + ½ #(θ* = θ̂)) / B )      half of the ties, as many measures are discrete
    /// α₁ = Φ( z₀ + (z₀ + z_{α/2})   / (1 − a (z₀ + z_{α/2})) )
    /// α₂ = Φ( z₀ + (z₀ + z_{1−α/2}) / (1 − a (z₀ + z_{1−α/2})) )
    /// </code>
    /// </summary>
    public Interval Bca(double confidence = Interval.DefaultConfidence)
    {
        double z = Normal.TwoSidedQuantile(confidence);
        if (WhyNoInterval() is string reason) return Without(reason, "BCa", confidence);

        double z0 = Normal.Quantile(ShareBelowEstimate());
        if (double.IsInfinity(z0))
            return Without($"all resamples lie {(z0 < 0 ? "above" : "below")} the estimate", "BCa", confidence);
        // Infinite values, as a log loss can be, leave an acceleration that is no number.
        if (Jackknife.Acceleration(_resampling, _statistic) is not double a || !double.IsFinite(a))
            return Without("leaving out one row changes nothing, or makes the statistic undefined", "BCa", confidence);

        double bottom = 1 - a * (z0 - z), top = 1 - a * (z0 + z);
        if (bottom <= 0 || top <= 0) return Without("the resamples are too skewed for the correction", "BCa", confidence);
        return Between(Normal.Cumulative(z0 + (z0 - z) / bottom), Normal.Cumulative(z0 + (z0 + z) / top), "BCa", confidence);
    }

    /// <summary><see cref="Bca"/>, or <see cref="Percentile"/> where BCa does not exist though the values do vary.</summary>
    public Interval BcaOrPercentile(double confidence = Interval.DefaultConfidence)
    {
        Interval corrected = Bca(confidence);
        return corrected.HasEnds ? corrected : Percentile(confidence);
    }

    private double ShareBelowEstimate()
    {
        int below = 0, equal = 0;
        foreach (double replicate in _replicates)
        {
            if (replicate < Estimate) below++;
            if (replicate == Estimate) equal++;
        }
        return (below + 0.5 * equal) / _replicates.Length;
    }

    private string? WhyNoInterval()
    {
        int undefined = Resamples - _replicates.Length;
        if (Estimate is null) return "the statistic is not defined on these rows";
        if (undefined > MaxUndefined * Resamples)
            return $"not defined in {NumberText.Count(undefined)} of {NumberText.Count(Resamples)} resamples";
        // Equal values may differ in their last digits, added up in another order.
        return Spread.IsRounding(_replicates[0], _replicates[^1]) ? $"all {NumberText.Count(Resamples)} resamples give the same value"
            : null;
    }

    private Interval Between(double lowShare, double highShare, string kind, double confidence)
    {
        var quantiles = Quantiles.Of(_replicates);
        return new Interval(Estimate, quantiles.At(lowShare), quantiles.At(highShare), confidence, MethodName(kind));
    }

    private Interval Without(string reason, string kind, double confidence) =>
        new(Estimate, null, null, confidence, MethodName(kind), reason);

    private string MethodName(string kind) =>
        $"bootstrap {kind}, {NumberText.Count(Resamples)} {(_resampling.IsStratified ? "stratified " : "")}resamples";

    private static double? Finite(double? value) => value is double number && double.IsFinite(number) ? number : null;
}
