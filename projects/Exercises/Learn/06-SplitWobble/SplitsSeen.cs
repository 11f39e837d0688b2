using System.Collections.Concurrent;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What can be seen of all the splits of one model, and of those that another call made.</summary>
/// <param name="Calls">How often a split was scored.</param>
/// <param name="TrainingRows">Of every split; null where they differ.</param>
/// <param name="TestRows">Of every split; null where they differ.</param>
/// <param name="IsStratified">Whether a quarter of the positive rows tests in every split.</param>
/// <param name="IsShared">Whether a row came on both sides.</param>
/// <param name="IsRepeated">Whether a row came twice on one side.</param>
/// <param name="HasOwnLabels">Whether every row came with its own label.</param>
/// <param name="TrainingScale">Of the training rows as they came, in every split.</param>
/// <param name="TestScale">Of the test rows as they came, in every split.</param>
/// <param name="HasOneScale">Whether training and test rows were scaled by the same numbers.</param>
/// <param name="IsOne">Whether all splits are the same.</param>
/// <param name="IsDrawnEvenly">Whether the splits are such as chance draws.</param>
internal sealed record SplitsSeen(
    int Calls, int? TrainingRows, int? TestRows, bool IsStratified, bool IsShared, bool IsRepeated, bool HasOwnLabels,
    ScaleSeen TrainingScale, ScaleSeen TestScale, bool HasOneScale, bool IsOne, bool IsDrawnEvenly)
{
    /// <summary>Splits that are asked for.</summary>
    public const int Splits = 200;

    // Kolmogorov and Smirnov: P(λ > 2.69) = 2 e^(−2 λ²) = 1e-6. A tie makes the test the more lenient.
    private const double Largest = 2.69;

    private const int Drawings = 1000;

    private static readonly ConcurrentDictionary<(int Rows, int Positives), double[]> References = new();

    public static SplitsSeen Of(SplitInput at, IReadOnlyList<SplitSeen> splits) => new(
        splits.Count, Same(splits, one => one.Training), Same(splits, one => one.Test),
        splits.All(one => 4 * one.TestPositives == at.Positives), splits.Any(one => one.IsShared), splits.Any(one => one.IsRepeated),
        splits.All(one => one.HasOwnLabels), Scale(splits, one => one.TrainingScale), Scale(splits, one => one.TestScale),
        splits.All(one => one.HasOneScale), Names(splits).Distinct().Count() == 1, AreEven(at, splits));

    /// <summary>Each split by its test rows, in the order of their names: who scores in parallel has no other order.</summary>
    public static string[] Names(IReadOnlyList<SplitSeen> splits) =>
        [.. splits.Select(Name).Order(StringComparer.Ordinal)];

    public static string Name(SplitSeen split) => SplitSeen.Name(split.Ranks);

    private static int? Same(IReadOnlyList<SplitSeen> splits, Func<SplitSeen, int> count) =>
        splits.Select(count).Distinct().ToArray() is [var one] ? one : null;

    private static ScaleSeen Scale(IReadOnlyList<SplitSeen> splits, Func<SplitSeen, ScaleSeen> scale) => new(
        splits.All(one => scale(one).IsCentred), splits.All(one => scale(one).IsUnit), splits.All(one => scale(one).IsRaw),
        splits.All(one => scale(one).IsByAll));

    // Judged where a quarter of each class tests, all on one scale: elsewhere ranks are not those of all rows, and something else is told.
    private static bool AreEven(SplitInput at, IReadOnlyList<SplitSeen> splits) =>
        splits.Any(one => 4 * one.TestPositives != at.Positives || 4 * one.Test != at.Labels.Length
            || one.Training + one.Test != at.Labels.Length || one.IsRepeated || one.IsShared || !one.HasOneScale)
        || ArePlausible(at, splits);

    // The mean rank of the test rows, of these splits and of such as we draw: are both from one distribution? (A two-sample test.)
    private static bool ArePlausible(SplitInput at, IReadOnlyList<SplitSeen> splits)
    {
        if (splits.Count == 0) return false;
        double[] own = [.. splits.Select(one => one.Ranks.Average()).Order()];
        double[] drawn = References.GetOrAdd((at.Labels.Length, at.Positives), Drawn);
        double farthest = own.Concat(drawn).Max(x => Math.Abs(Below(own, x) - Below(drawn, x)));
        return farthest * Math.Sqrt((double)own.Length * drawn.Length / (own.Length + drawn.Length)) <= Largest;
    }

    // In column 0 the negatives have ranks 0 … n − P − 1, and the positives the others.
    private static double[] Drawn((int Rows, int Positives) at)
    {
        Random random = Seeds.Generator(at.Rows, DrawnFor.References, at.Positives);
        int negatives = at.Rows - at.Positives;
        int[] low = [.. Enumerable.Range(0, negatives)], high = [.. Enumerable.Range(negatives, at.Positives)];
        return [.. Enumerable.Range(0, Drawings).Select(_ => One()).Order()];

        double One()
        {
            SplitInput.Shuffled(low, random);
            SplitInput.Shuffled(high, random);
            return low.Take(low.Length / 4).Concat(high.Take(high.Length / 4)).Average();
        }
    }

    // The share of sorted numbers at x or below.
    private static double Below(double[] sorted, double x)
    {
        int from = 0, to = sorted.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = sorted[middle] <= x + 1e-9 ? (middle + 1, to) : (from, middle);
        }

        return (double)from / sorted.Length;
    }
}
