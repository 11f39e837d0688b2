using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What people do wrong with two models.</summary>
internal static class CompareSlips
{
    private const double TestToTraining = 1 / 3.0;

    private static readonly ConditionalWeakTable<SplitInput, ConcurrentDictionary<string, Both>> Known = [];

    public static IReadOnlyList<Slip> All { get; } =
    [
        new("naive-t", "from the plain t test, as if 200 splits of the same rows were 200 samples (or n₂/n₁, of whole numbers, is 0)",
            "Sqrt"),
        new("unpaired", "when the two models are scored on different splits", "second("),
        new("unpaired-variance", "when both variances are added, as if the scores had not come in pairs", "+"),
        new("unpaired-naive", "from the plain t test of two samples that have nothing to do with each other", "Sqrt"),
        new("ratio-turned", "with n₁/n₂, training over test, where n₂/n₁ should stand", "/"),
        new("test-over-all", "with the test rows over all rows, where they should stand over the training rows", "/"),
        new("splits-left-out", "when 1/J is left out, or is 0 since 1 / 200 was worked out in whole numbers", "Sqrt"),
        new("ratio-times-splits", "when 1/J and n₂/n₁ are multiplied, and not added", "*"),
        new("splits-for-share", "when J stands in place of 1/J", "+"),
        new("turned", "when the first model is taken from the second", "-"),
        new("absolute", "when the sign is lost", "Abs"),
        new("no-root", "when the root is not taken", "/"),
        new("deviation-for-variance", "when s stands under the root in place of s²", "Sqrt"),
        new("root-of-sum-forgotten", "when s² is multiplied, and only the share stands under the root", "Sqrt"),
        new("difference-alone", "from the mean difference alone, whatever its spread", "return"),
        new("effect", "from mean over deviation, without √(1/J + n₂/n₁)", "return"),
        new("share-of-wins", "from the share of splits in which the first model is better", "Count"),
        new("median", "with the median of the differences", "100"),
        new("maxima", "from the best split of either model", "Max"),
        new("infinite-for-undefined", "when a mean is divided by a spread of 0", "/"),
        new("zero-for-undefined", "when a t that is not defined is called 0", "== 0|? 0|return 0"),
        .. WobbleSlips.OfSplits,
    ];

    /// <summary>Splits are drawn and watched once for each set of slips in them: most slips are in what is made of the scores.</summary>
    public static CompareSeen? Seen(SplitInput at, IReadOnlySet<string> slips)
    {
        string[] ofSplits = [.. slips.Where(slip => WobbleSlips.IsOfSplits(slip) || slip is "unpaired" or "unpaired-naive")];
        Both splits = Known.GetValue(at, _ => new()).GetOrAdd(
            string.Join('+', ofSplits.Order(StringComparer.Ordinal)), _ => Drawn(at, slips));
        return splits.Seen is null ? null : splits.Seen with { T = T(splits.First, splits.Second, slips) };
    }

    private static Both Drawn(SplitInput at, IReadOnlySet<string> slips)
    {
        (double[] one, double[] two) = ([], []);
        CompareSeen? seen = CompareTask.Watched(_ => (first, second) =>
        {
            one = DrawnSplits.Scored(at, first, at.Seed, slips);
            int seed = slips.Contains("unpaired") || slips.Contains("unpaired-naive") ? Seeds.Of(at.Seed, DrawnFor.Tried) : at.Seed;
            two = DrawnSplits.Scored(at, second, seed, slips);
            return null;
        })(at);
        return new(seen, one, two);
    }

    /// <summary>
    /// <code>
    /// x_j = first_j − second_j      t = x̄ / √( (1/J + n₂/n₁) s² )
    /// </code>
    /// </summary>
    public static double? T(double[] first, double[] second, IReadOnlySet<string> slips)
    {
        double[] x = [.. first.Zip(second, (one, other) => one - other)];
        int splits = x.Length;
        double mean = slips.Contains("median") ? Quantiles.Of(x).Median
            : slips.Contains("maxima") ? first.Max() - second.Max() : x.Average();
        double variance = slips.Contains("unpaired-variance") || slips.Contains("unpaired-naive")
            ? Variance(first) + Variance(second) : Variance(x);
        double share = slips.Contains("naive-t") || slips.Contains("unpaired-naive") ? 1.0 / splits
            : slips.Contains("ratio-turned") ? 1.0 / splits + 1 / TestToTraining
            : slips.Contains("test-over-all") ? 1.0 / splits + TestToTraining / (1 + TestToTraining)
            : slips.Contains("splits-left-out") ? TestToTraining
            : slips.Contains("ratio-times-splits") ? TestToTraining / splits
            : slips.Contains("splits-for-share") ? splits + TestToTraining
            : slips.Contains("effect") ? 1 : 1.0 / splits + TestToTraining;
        if (slips.Contains("turned")) mean = -mean;
        if (slips.Contains("absolute")) mean = Math.Abs(mean);
        if (slips.Contains("difference-alone")) return mean;
        if (slips.Contains("share-of-wins")) return x.Count(one => one > 0) / (double)splits;
        if (!(variance > 1e-20))
            return slips.Contains("zero-for-undefined") ? 0 : slips.Contains("infinite-for-undefined") ? mean / 0.0 : null;
        return mean / (slips.Contains("no-root") ? share * variance
            : slips.Contains("deviation-for-variance") ? Math.Sqrt(share * Math.Sqrt(variance))
            : slips.Contains("root-of-sum-forgotten") ? Math.Sqrt(share) * variance : Math.Sqrt(share * variance));
    }

    private static double Variance(double[] x) => Moments.Of(x).SampleVariance ?? 0;

    private sealed record Both(CompareSeen? Seen, double[] First, double[] Second);
}
