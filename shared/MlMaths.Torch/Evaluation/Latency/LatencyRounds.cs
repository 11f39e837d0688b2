using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What another time would have given. Calls that follow each other share the state of the machine (its clock rate, its caches, its other
/// work), and order statistics take them for independent: their interval holds the percentile of that minute, not of the next. So
/// calls are made in R rounds with other work between them, and the percentile v of one more round is likely to lie in
/// <code>
/// ln v = mean ln vᵣ ± t s √(1 + 1/R)          s the deviation of ln vᵣ, t with R − 1 degrees of freedom
/// </code>
/// </summary>
internal static class LatencyRounds
{
    private const int Fewest = 3;

    /// <summary>The interval of all calls together, its ends moved out to where another round is likely to lie.</summary>
    /// <param name="together">Of all calls.</param>
    /// <param name="rounds">Times of each round, ascending; fewer than three say nothing.</param>
    /// <param name="p">The share below.</param>
    public static Interval Reaching(Interval together, IReadOnlyList<double[]> rounds, double p)
    {
        int calls = LatencyPercentile.MinCalls(p, together.Confidence);
        if (rounds.Count < Fewest || !together.HasEnds || rounds.Any(round => round.Length < calls || !(round[0] > 0))) return together;
        var moments = Moments.Of([.. rounds.Select(round => Math.Log(Quantiles.Of(round).At(p)))]);
        double reach = StudentT.TwoSidedQuantile(together.Confidence, rounds.Count - 1)
            * moments.SampleDeviation!.Value * Math.Sqrt(1 + 1.0 / rounds.Count);
        Interval reaching = together.ReachingTo(Math.Exp(moments.Mean - reach)).ReachingTo(Math.Exp(moments.Mean + reach));
        return reaching with { Method = $"{together.Method}, and as another of {rounds.Count} rounds" };
    }

    /// <summary>
    /// How many times as long one of two takes as the other, where both were measured in turn: the geometric mean of r = mean time of
    /// one / mean time of the other, round by round, so that what slowed a whole round down cancels.
    /// <code>
    /// ln r = mean ln rᵢ ± t s/√R
    /// </code>
    /// Undefined where there are fewer than three rounds, not as many of both, or one that took no time.
    /// </summary>
    public static Interval Ratio(IReadOnlyList<double[]> rounds, IReadOnlyList<double[]> others, double confidence)
    {
        double[] ones = [.. rounds.Select(round => Moments.Of(round).Mean)], twos = [.. others.Select(round => Moments.Of(round).Mean)];
        if (ones.Length < Fewest || ones.Length != twos.Length)
            return Interval.Undefined($"a comparison needs at least {Fewest} rounds, the same of both", confidence);
        if (ones.Concat(twos).Any(mean => !(mean > 0)))
            return Interval.Undefined("a round took less than a tick of the clock", confidence);
        var moments = Moments.Of([.. ones.Zip(twos, (one, other) => Math.Log(one / other))]);
        double reach = StudentT.TwoSidedQuantile(confidence, rounds.Count - 1)
            * moments.SampleDeviation!.Value / Math.Sqrt(rounds.Count);
        return new Interval(
            Math.Exp(moments.Mean), Math.Exp(moments.Mean - reach), Math.Exp(moments.Mean + reach), confidence,
            "ratio of mean times, paired by round");
    }
}
