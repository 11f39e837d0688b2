using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What people do wrong with 200 splits, and with 200 scores.</summary>
internal static class WobbleSlips
{
    private static readonly ConditionalWeakTable<SplitInput, ConcurrentDictionary<string, WobbleSeen?>> Known = [];

    /// <summary>How splits are drawn, scaled and scored.</summary>
    public static IReadOnlyList<Slip> OfSplits { get; } =
    [
        new("one-seed-for-all", "when every split begins with the same seed: it is one split, 200 times", "new Random"),
        new("not-stratified", "when the classes are not parted each by itself: some splits have hardly a positive", "Shuffle|Order|Next"),
        new("scaler-on-all-rows", "when the scaler has seen all rows, those that test among them", "Average|Sum|mean|Mean"),
        new("scaler-on-test-rows", "when mean and deviation are those of the test rows", "Average|Sum|mean|Mean"),
        new("each-part-scaled-alone", "when the test rows are scaled by their own mean and deviation", "score("),
        new("not-scaled", "when nothing is scaled", "score("),
        new("test-not-scaled", "when the training rows are scaled and the test rows are not", "score("),
        new("centred-alone", "when the mean is taken off, and the deviation does not divide", "-"),
        new("not-centred", "when the deviation divides, and the mean is not taken off", "/"),
        new("variance-divides", "when the variance divides, and not its root", "/"),
        new("range-scaled", "when columns are brought to 0 … 1, and not to mean 0 and deviation 1", "Min|Max"),
        new("test-rows-train", "when all rows train, those that test among them", "score("),
        new("judged-on-training", "when the training rows are judged, and no others", "score("),
        new("with-replacement", "when a row may be drawn twice to test", "Next"),
        new("bootstrapped", "when the training rows are drawn with replacement", "Next"),
        new("labels-left-behind", "when rows are shuffled and their labels are not", "labels["),
        new("quarter-trains", "when the quarter trains, and the three quarters test", "/ 4|0.25"),
        new("half-tests", "when half of the rows test", "/ 2|0.5"),
        new("third-tests", "when a third of the rows tests", "/ 3"),
        new("fifth-tests", "when a fifth of the rows tests", "/ 5|0.2|0.8"),
        new("as-many-of-each-class", "when as many of either class test, however many there are", "/"),
        new("not-shuffled", "when the same first rows test every time", "Take|for"),
        new("seed-ignored", "when the seed is not asked", "Random"),
        new("unseeded", "when chance has no seed: nobody can repeat it", "Random"),
        new("one-split-too-few", "from 199 splits", "200|199"),
        new("one-split-too-many", "from 201 splits", "200|201"),
        new("one-split", "from one split alone", "score("),
    ];

    private static readonly HashSet<string> Often = ["one-seed-for-all", "not-stratified", "scaler-on-all-rows"];

    /// <summary>
    /// Two slips in the splits themselves are tried together only where both are frequent: each pair takes hundreds of splits.
    /// </summary>
    public static bool Joins(string one, string other) =>
        !IsOfSplits(one) || !IsOfSplits(other) || (Often.Contains(one) && Often.Contains(other));

    /// <summary>Whether it changes splits, and not what is worked out of their scores.</summary>
    public static bool IsOfSplits(string slip) => OfSplits.Any(one => one.Id == slip);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("standard-error", "when Deviation is s/√200: that is how sure the mean is, not how far one split strays", "Sqrt"),
        new("maximum-quoted", "when the best split is quoted in place of the mean", "Max"),
        new("minimum-quoted", "when the worst split is quoted in place of the mean", "Min"),
        new("median-quoted", "when the median is quoted in place of the mean", "/ 2|100"),
        new("last-quoted", "when the score of the last split is quoted in place of the mean", "return"),
        new("first-quoted", "when the score of the first split is quoted in place of the mean", "return"),
        new("variance-for-deviation", "when Deviation is the variance: no root was taken", "return"),
        new("mean-distance", "when Deviation is the mean distance from the mean", "Abs"),
        new("over-the-count", "when Deviation is s/200", "/ 200|Count"),
        new("squares-not-divided", "when the squares are added up and not divided", "Sqrt"),
        new("normal-range", "when Low and High are Mean ± 1.96 deviations, as if scores were normal", "1.96|2 *"),
        new("range-of-the-mean", "when Low and High are Mean ± 1.96 s/√200: where the mean lies, not where a split lies", "1.96|Sqrt"),
        new("one-deviation-range", "when Low and High are Mean ± one deviation", "return"),
        new("extremes", "when Low and High are the worst and the best split", "Min|[0]"),
        new("ninety", "when 5 % lie outside on each side: a range of 90 %", "0.05|0.95"),
        new("quartiles", "when a quarter lies outside on each side", "0.25|0.75"),
        new("not-sorted", "when the scores are not sorted before the range is read off", "["),
        new("ends-swapped", "when Low and High stand the wrong way round", "return"),
        .. OfSplits,
    ];

    /// <summary>
    /// The splits are drawn and watched once for each set of slips in them, since a search asks for many that differ in the numbers alone.
    /// </summary>
    public static WobbleSeen? Seen(SplitInput at, IReadOnlySet<string> slips)
    {
        HashSet<string> ofSplits = [.. OfSplits.Select(slip => slip.Id).Where(slips.Contains)];
        WobbleSeen? splits = Known.GetValue(at, _ => new()).GetOrAdd(string.Join('+', ofSplits), _ =>
            WobbleTask.Watched(one => (score, seed) => [.. DrawnSplits.Scored(one, score, seed, ofSplits).Select(x => (double?)x)])(at));
        return splits is null ? null : splits with { Numbers = Numbers([.. splits.Numbers.Select(x => x ?? 0)], slips) };
    }

    private static double?[] Numbers(double[] scores, IReadOnlySet<string> slips)
    {
        double[] sorted = [.. scores.Order()];
        int n = scores.Length;
        double mean = scores.Average(), s = Math.Sqrt(scores.Sum(one => (one - mean) * (one - mean)) / Math.Max(1, n - 1));
        double quoted = slips.Contains("maximum-quoted") ? sorted[^1]
            : slips.Contains("minimum-quoted") ? sorted[0]
            : slips.Contains("median-quoted") ? Quantiles.Of(scores).Median
            : slips.Contains("last-quoted") ? scores[^1]
            : slips.Contains("first-quoted") ? scores[0] : mean;
        double deviation = slips.Contains("standard-error") ? s / Math.Sqrt(n)
            : slips.Contains("over-the-count") ? s / n
            : slips.Contains("squares-not-divided") ? s * Math.Sqrt(n - 1)
            : slips.Contains("variance-for-deviation") ? s * s
            : slips.Contains("mean-distance") ? scores.Average(one => Math.Abs(one - mean)) : s;
        (double low, double high) = Ends(scores, quoted, deviation, slips);
        return slips.Contains("ends-swapped") ? [quoted, deviation, high, low] : [quoted, deviation, low, high];
    }

    private static (double Low, double High) Ends(double[] scores, double mean, double s, IReadOnlySet<string> slips)
    {
        double reach = slips.Contains("normal-range") ? 1.96 * s
            : slips.Contains("range-of-the-mean") ? 1.96 * s / Math.Sqrt(scores.Length)
            : slips.Contains("one-deviation-range") ? s : 0;
        if (reach > 0) return (mean - reach, mean + reach);
        double out1 = slips.Contains("extremes") ? 0 : slips.Contains("ninety") ? 0.05 : slips.Contains("quartiles") ? 0.25 : 0.025;
        if (slips.Contains("not-sorted"))
            return (scores[(int)(out1 * scores.Length)], scores[Math.Min(scores.Length - 1, (int)((1 - out1) * scores.Length))]);
        var quantiles = Quantiles.Of(scores);
        return (quantiles.At(out1), quantiles.At(1 - out1));
    }
}
