using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What a learner's method returned, and what it did to get there.</summary>
/// <param name="Splits">That were scored.</param>
/// <param name="IsRepeatable">Whether the same seed scores the same splits again.</param>
/// <param name="IsSeeded">Whether another seed scores others.</param>
/// <param name="Answered">The scores, in the order of the calls.</param>
/// <param name="Numbers">Mean, deviation, low and high, as returned.</param>
internal sealed record WobbleSeen(
    SplitsSeen Splits, bool IsRepeatable, bool IsSeeded, IReadOnlyList<double> Answered, IReadOnlyList<double?> Numbers)
{
    public double Mean => Answered.Average();

    /// <summary>s, n − 1 dividing.</summary>
    public double Deviation => Math.Sqrt(Answered.Sum(one => (one - Mean) * (one - Mean)) / Math.Max(1, Answered.Count - 1));

    public override string ToString() =>
        $"({string.Join(", ", Numbers.Select(one => Written.Of(one)))}), from {Counted.Of(Splits.Calls, "split")}";
}

/// <summary><c>Wobble(rows, labels, score, seed)</c>: a metric over 200 splits.</summary>
internal static class WobbleTask
{
    private const double OfMean = 2e-5;         // a sum of 200 float32
    private const double OfDeviation = 4e-3;    // n or n − 1 under the root, 0.25 % apart
    private const double OfEnds = 0.05;         // of a deviation: 1.96 or 2, and other ways between two sorted scores

    public static MethodTask<SplitInput, WobbleSeen?> Task { get; } = new(
        "Wobble", "(double Mean, double Deviation, double Low, double High) Wobble(double[][] rows, bool[] labels, "
            + "Func<double[][], bool[], double[][], bool[], double> score, int seed)",
        method => Binding.Of<WobbleCall, double?[]?>(
            method, [typeof(double[][]), typeof(bool[]), typeof(Func<double[][], bool[], double[][], bool[], double>), typeof(int)],
            call => [call.Rows, call.Labels, call.Score, call.Seed], returned => Several.Numbers(returned, 4)) is { } own
            ? Watched(at => (score, seed) => own(new(at.CopiedRows(), [.. at.Labels], new(score), seed)))
            : null,
        [
            Property("score is asked once for each of 200 splits", (_, seen) => seen.Splits.Calls == SplitsSeen.Splits),
            Property("no row is on both sides of a split, or twice on one",
                (_, seen) => seen.Splits is { IsShared: false, IsRepeated: false }),
            Property("a quarter of the rows tests, and all the others train",
                (at, seen) => 4 * seen.Splits.TestRows == at.Labels.Length && 4 * seen.Splits.TrainingRows == 3 * at.Labels.Length),
            Property("every row keeps its own label", (_, seen) => seen.Splits.HasOwnLabels),
            Property("a quarter of each class tests, in every split", (_, seen) => seen.Splits.IsStratified),
            Property("every column of the training rows comes with mean 0 and deviation 1",
                (_, seen) => seen.Splits.TrainingScale is { IsCentred: true, IsUnit: true }),
            Property("the test rows are scaled by the very numbers that scaled the training rows", (_, seen) => seen.Splits.HasOneScale),
            Property("no split is made 200 times over", (_, seen) => !seen.Splits.IsOne),
            Property("the same seed makes the same splits", (_, seen) => seen.IsRepeatable),
            Property("another seed makes others", (_, seen) => seen.IsSeeded),
            Property("the rows that test are drawn evenly from their class (two samples compared: chance looks so once in a million)",
                (_, seen) => seen.Splits.IsDrawnEvenly),
            Property("Mean is the mean of the 200 scores", (_, seen) => Near(seen.Numbers[0], seen.Mean, OfMean)),
            Property("Deviation says how far the score of one split lies from the mean, typically: n or n − 1 divides the squares",
                (_, seen) => Near(seen.Numbers[1], seen.Deviation, OfDeviation * seen.Deviation)),
            Property("below Low lie 2.5 % of the scores, and above High as many", (_, seen) => AreEnds(seen)),
        ],
        at => at.Written(two: false))
    {
        Simpler = at => at.Simpler(),
        Searched = random => [SplitInput.Drawn(random), SplitInput.Drawn(random), SplitInput.Drawn(random)],
        Slips = WobbleSlips.All,
        Joins = WobbleSlips.Joins,
        Slipped = (at, slips) => WobbleSlips.Seen(at, slips),
        Same = (one, other) => AreAlike(one!, other!),
        Written = value => value?.ToString() ?? "null",
        Remark = (_, method, random) => method(SplitInput.Drawn(random)) is { Numbers: [_, { } deviation, ..] } seen
            ? Math.Abs(deviation - seen.Deviation) <= 1e-6 * seen.Deviation
                ? "Your Deviation divides by 199: the mean of the scores was worked out from these very scores, which costs one of them."
                : "Your Deviation divides by 200: of 200 scores that makes it a quarter of a per cent too small; of 5 folds "
                    + "it would be a tenth."
            : null,
    };

    private static Property<SplitInput, WobbleSeen?> Property(string says, Func<SplitInput, WobbleSeen, bool> holds) =>
        new(says, SplitInput.Drawn, (at, came, _) => came.Value is { } seen && holds(at, seen)) { Draws = 1 };

    // Three calls: two with the seed, one with another.
    internal static Func<SplitInput, WobbleSeen?> Watched(
        Func<SplitInput, Func<Scoring, int, double?[]?>> method) => Watch.Once<SplitInput, WobbleSeen>(at =>
    {
        Func<Scoring, int, double?[]?> own = method(at);
        var spy = new ScoreSpy(at, at.First);
        (NameSpy again, NameSpy other) = (new(at.First), new(at.First));
        double?[]? numbers = own(spy.Score, at.Seed);
        own(again.Score, at.Seed);
        own(other.Score, Seeds.Of(at.Seed, DrawnFor.Split));
        string[] names = SplitsSeen.Names(spy.Splits);
        return numbers is null ? null : new WobbleSeen(
            SplitsSeen.Of(at, spy.Splits), names.SequenceEqual(again.Names), !names.SequenceEqual(other.Names), spy.Answered, numbers);
    });

    private static bool AreEnds(WobbleSeen seen)
    {
        double[] sorted = [.. seen.Answered.Order()];
        return sorted.Length >= 8 && IsBetween(seen.Numbers[2], sorted[3], sorted[6]) && IsBetween(seen.Numbers[3], sorted[^7], sorted[^4]);
    }

    private static bool AreAlike(WobbleSeen one, WobbleSeen other) =>
        one.Splits == other.Splits && one.IsRepeatable == other.IsRepeatable && one.IsSeeded == other.IsSeeded
        && one.Answered.Count > 0 && AreNear(one, other, 0, OfMean) && AreNear(one, other, 1, 2 * OfDeviation * one.Deviation)
        && ((AreEnds(one) && AreEnds(other))
            || (AreNear(one, other, 2, OfEnds * one.Deviation) && AreNear(one, other, 3, OfEnds * one.Deviation)));

    private static bool AreNear(WobbleSeen one, WobbleSeen other, int place, double tolerance) =>
        other.Numbers[place] is { } right ? Near(one.Numbers[place], right, tolerance) : one.Numbers[place] is null;

    private static bool Near(double? one, double right, double tolerance) => one is { } value && Math.Abs(value - right) <= tolerance;

    private static bool IsBetween(double? one, double low, double high) => one >= low - OfMean && one <= high + OfMean;
}

/// <summary>Arguments for the learner's method.</summary>
internal sealed record WobbleCall(double[][] Rows, bool[] Labels, Func<double[][], bool[], double[][], bool[], double> Score, int Seed);
