using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Windows of unlabelled rows, each with its base rate and what its calls should come to. The intervals hold all that is a sample:
/// each time the reference is drawn again, and the probabilities are tuned on it again; each window is drawn again, and its rate
/// is estimated again; and labels are drawn from the probabilities that follow.
/// <code>
/// reference* → tuning*, b*           window* → q*           yᵢ* ~ Bernoulli(pᵢ at tuning*, b*, q*)
/// </code>
/// Windows that were drawn from a pool have its rows in common, and hold no more of the world than the pool does: there the rows of
/// the pool are drawn again, and a window has each of its rows as often as the row of the pool that it is. With n rows of a window
/// and N of the pool, kᵣ of them row r, a mean then varies as Σ kᵣ²/n² ≈ 1/n + 1/N: by the draw of the window, and by that of the
/// pool.
/// </summary>
public sealed class WindowEstimates
{
    private readonly LabelledReference _reference;
    private readonly IReadOnlyList<UnlabelledWindow> _windows;
    private readonly double _threshold;
    private readonly ErrorCosts _costs;
    private readonly string _drawnAgain;

    private WindowEstimates(
        LabelledReference reference, IReadOnlyList<UnlabelledWindow> windows, double threshold, ErrorCosts costs, string drawnAgain) =>
        (_reference, _windows, _threshold, _costs, _drawnAgain) = (reference, windows, threshold, costs, drawnAgain);

    /// <summary>One estimate per window, all from the same drawn references.</summary>
    /// <param name="reference">Labelled rows from before.</param>
    /// <param name="windows">At least one row each.</param>
    /// <param name="threshold">That the calls were made at; an infinite one calls all rows or none.</param>
    /// <param name="costs">Costs of mistakes and reviews.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="resamples">How many.</param>
    /// <param name="origin">Where all windows were drawn from, if that was a pool of rows; null where they are rows of the world.</param>
    public static IReadOnlyList<WindowEstimate> Of(
        LabelledReference reference, IReadOnlyList<UnlabelledWindow> windows, double threshold, ErrorCosts costs,
        int seed, int resamples = 500, WindowOrigin? origin = null)
    {
        Scores.RequireThreshold(threshold);
        var estimates = new WindowEstimates(
            reference, windows, threshold, costs, origin is null ? "window and reference" : "pool, window and reference");
        List<Drawn>[] drawn = [.. windows.Select(_ => new List<Drawn>(resamples))];
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        for (int b = 0; b < resamples; b++)
        {
            if (reference.Redrawn(ref random, threshold) is not { } tuned) continue;
            int[]? times = origin is null ? null : Times(origin.PoolRows, ref random);
            for (int w = 0; w < windows.Count; w++)
            {
                int[] rows = times is null ? Drawing(windows[w], ref random) : Repeated(origin!.Places[w], times);
                if (rows.Length > 0) drawn[w].Add(Again(tuned, windows[w], rows, costs, ref random));
            }
        }

        return [.. windows.Select((_, w) => estimates.Estimate(w, drawn[w], resamples))];
    }

    /// <summary>The likeliest rate of rows whose probabilities were tuned at b.</summary>
    /// <param name="tuned">On labelled rows.</param>
    /// <param name="probabilities">As the model gives them.</param>
    public static double RateOf(TunedProbabilities tuned, ReadOnlySpan<double> probabilities) =>
        BaseRateLikelihood.Maximum(tuned.Of(probabilities), tuned.BaseRate);

    /// <summary>A rate that n rows cannot tell from none or all, moved to where a correction exists.</summary>
    public static double Inside(double baseRate, int rows) => Math.Clamp(Finite.Share(baseRate), 0.5 / rows, 1 - 0.5 / rows);

    private WindowEstimate Estimate(int w, List<Drawn> drawn, int resamples)
    {
        TunedProbabilities tuned = _reference.At(_threshold);
        UnlabelledWindow window = _windows[w];
        double rate = RateOf(tuned, window.Probabilities);
        var expected = ExpectedPerformance.Of(window.Flagged, Corrected(tuned, window.Probabilities, rate), _costs, window.LossFactors);
        string method = $"bootstrap percentile of {_drawnAgain}, {NumberText.Count(resamples)} resamples";
        return new WindowEstimate(
            window.Probabilities.Length, MeanNullDistribution.Mean(window.Probabilities),
            AtTheEnd(Between(rate, drawn.Select(one => (double?)one.BaseRate)), tuned, window),
            Between(Counted(tuned, window.Flagged), drawn.Select(one => one.ByCounts)), expected,
            Between(expected.Precision, drawn.Select(one => one.Labels.Precision)),
            Between(expected.Recall, drawn.Select(one => one.Labels.Recall)),
            Between(expected.CostPerCase, drawn.Select(one => (double?)one.Labels.CostPerCase)));

        Interval Between(double? value, IEnumerable<double?> replicates)
        {
            double[] defined = [.. replicates.OfType<double>()];
            if (value is not double there) return Interval.Undefined("nothing was flagged, or the flags do not separate the classes");
            if (defined.Length < 0.9 * resamples) return Interval.WithoutEnds(there, method, "it is undefined in too many resamples");
            var quantiles = Quantiles.Of(defined);
            return new Interval(
                there, Math.Min(quantiles.At(0.025), there), Math.Max(quantiles.At(0.975), there),
                Interval.DefaultConfidence, method);
        }
    }

    private static Interval AtTheEnd(Interval rate, TunedProbabilities tuned, UnlabelledWindow window)
    {
        if (rate is not { Value: double end and (0 or 1), HasEnds: true })
            return rate;
        double far = BaseRateLikelihood.FarLimit(tuned.Of(window.Probabilities), tuned.BaseRate, end);
        return rate.ReachingTo(far) with { Method = $"{rate.Method}, and likelihood, as the rate lies at its end" };
    }

    private static double[] Corrected(TunedProbabilities tuned, ReadOnlySpan<double> probabilities, double rate)
    {
        var shift = new BaseRateShift(tuned.BaseRate, Inside(rate, probabilities.Length));
        double[] corrected = tuned.Of(probabilities);
        for (int row = 0; row < corrected.Length; row++)
            corrected[row] = shift.Corrected(corrected[row]);
        return corrected;
    }

    private static double? Counted(TunedProbabilities tuned, ReadOnlySpan<bool> flagged)
    {
        int calls = 0;
        foreach (bool call in flagged) calls += call ? 1 : 0;
        return BaseRateEstimate.ByAdjustedCounts((double)calls / flagged.Length, tuned.TruePositiveRate, tuned.FalsePositiveRate);
    }

    // A window's own rows, drawn again.
    private static int[] Drawing(UnlabelledWindow window, ref SplitMix64 random)
    {
        int[] drawn = new int[window.Probabilities.Length];
        Resampling.OfRows(drawn.Length).Draw(ref random, drawn);
        return drawn;
    }

    // How often each row of a pool comes when it is drawn again.
    private static int[] Times(int pool, ref SplitMix64 random)
    {
        int[] times = new int[pool];
        for (int i = 0; i < pool; i++) times[random.Below(pool)]++;
        return times;
    }

    private static int[] Repeated(int[] places, int[] times) =>
        [.. places.Index().SelectMany(row => Enumerable.Repeat(row.Index, times[row.Item]))];

    private static Drawn Again(TunedProbabilities tuned, UnlabelledWindow window, int[] drawn, ErrorCosts costs, ref SplitMix64 random)
    {
        int rows = window.Probabilities.Length;
        double[] tunedOnce = tuned.Of(window.Probabilities), again = new double[drawn.Length], probabilities = new double[rows];
        bool[] flagged = new bool[drawn.Length];
        foreach ((int i, int row) in drawn.Index())
            (again[i], flagged[i]) = (tunedOnce[row], window.Flagged[row]);

        double rate = BaseRateLikelihood.Maximum(again, tuned.BaseRate);
        var shift = new BaseRateShift(tuned.BaseRate, Inside(rate, rows));
        for (int row = 0; row < rows; row++)
            probabilities[row] = random.Unit() < shift.Corrected(tunedOnce[row]) ? 1 : 0;
        return new Drawn(rate, Counted(tuned, flagged), ExpectedPerformance.Of(window.Flagged, probabilities, costs, window.LossFactors));
    }

    private sealed record Drawn(double BaseRate, double? ByCounts, ExpectedPerformance Labels);
}
