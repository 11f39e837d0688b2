using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What a learner's method returned of two models, and what it did to get there.</summary>
/// <param name="First">The splits of the first model.</param>
/// <param name="Second">Those of the second.</param>
/// <param name="ArePaired">Whether both models were scored on the same splits, one after the other.</param>
/// <param name="T">As returned.</param>
internal sealed record CompareSeen(SplitsSeen First, SplitsSeen Second, bool ArePaired, double? T)
{
    public override string ToString() => $"{Written.Of(T)}, from {First.Calls} and {Counted.Of(Second.Calls, "split")}";
}

/// <summary><c>Compare(rows, labels, first, second, seed)</c>: the corrected resampled t of two models.</summary>
internal static class CompareTask
{
    // The text leaves open whether n or n − 1 divides s², 0.25 % of t apart; leaving 1/J out makes 0.74 %.
    private const double Open = 4e-3;

    private static readonly Type Scorer = typeof(Func<double[][], bool[], double[][], bool[], double>);

    // 200 differences of float32 around 0.05, of which the mean may be a tenth.
    private const double Rounding = 1e-4;

    public static MethodTask<SplitInput, CompareSeen?> Task { get; } = new(
        "Compare", "double? Compare(double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first, "
            + "Func<double[][], bool[], double[][], bool[], double> second, int seed)",
        method => Binding.Of<CompareCall, double?>(
            method, [typeof(double[][]), typeof(bool[]), Scorer, Scorer, typeof(int)],
            call => [call.Rows, call.Labels, call.First, call.Second, call.Seed], Binding.Number) is { } own
            ? Watched(at => (first, second) => own(new(at.CopiedRows(), [.. at.Labels], new(first), new(second), at.Seed)))
            : null,
        [
            Property("both models are scored on 200 splits",
                (_, seen) => seen is { First.Calls: SplitsSeen.Splits, Second.Calls: SplitsSeen.Splits }),
            Property("both models are scored on the same splits: the first score of one belongs to the first of the other",
                (_, seen) => seen.ArePaired),
            Property("the splits are as in part 1: a quarter of each class tests, scaled by the training rows",
                (at, seen) => AreAsInPartOne(at, seen.First)),
            new("who changes the two models turns the sign", SplitInput.Drawn, (at, came, again) => came.Value?.T is { } t
                && Near(again(at with { First = at.Second, Second = at.First }).Value?.T, -t, Rounding)) { Draws = 1 },
            new("t is above 0 where the first model is better", Better, (_, came, _) => came.Value?.T > 0) { Draws = 1 },
            new("a point more on every score of both models changes nothing", SplitInput.Drawn,
                (at, came, again) => came.Value?.T is { } t && Near(again(OneMore(at)).Value?.T, t, Rounding)) { Draws = 1 },
            new("scores in percent have the same t", SplitInput.Drawn, (at, came, again) => came.Value?.T is { } t
                && Near(again(InPercent(at)).Value?.T, t, Rounding)) { Draws = 1 },
            Property("t is the mean difference over √((1/J + n₂/n₁) s²), J splits with n₁ training and n₂ test rows",
                (at, seen) => Near(seen.T, Right(at), Open)),
            new("where all differences are the same there is no t: null, NaN or an exception says so",
                random => SplitInput.Drawn(random) is var at ? Alike(at, random) : at,
                (at, came, _) => !AreAllTheSame(at) || came.Thrown is not null || came.Value is { T: null }) { Draws = 1 },
        ],
        at => at.Written(two: true))
    {
        Simpler = at => at.Simpler(),
        Searched = random =>
            [SplitInput.Drawn(random), SplitInput.Drawn(random), Better(random), Alike(SplitInput.Drawn(random), random)],
        Slips = CompareSlips.All,
        Joins = WobbleSlips.Joins,
        Slipped = CompareSlips.Seen,
        Same = (one, other) => one!.First == other!.First && one.Second == other.Second && one.ArePaired == other.ArePaired
            && (other.T is { } t ? Near(one.T, t, Open) : one.T is null),
        Written = value => value?.ToString() ?? "null",
    };

    private static Property<SplitInput, CompareSeen?> Property(string says, Func<SplitInput, CompareSeen, bool> holds) =>
        new(says, SplitInput.Drawn, (at, came, _) => came.Value is { } seen && holds(at, seen)) { Draws = 1 };

    internal static Func<SplitInput, CompareSeen?> Watched(
        Func<SplitInput, Func<Scoring, Scoring, double?>> method) => Watch.Once<SplitInput, CompareSeen>(at =>
    {
        (ScoreSpy first, ScoreSpy second) = (new(at, at.First), new(at, at.Second));
        double? t = method(at)(first.Score, second.Score);
        return new CompareSeen(
            SplitsSeen.Of(at, first.Splits), SplitsSeen.Of(at, second.Splits),
            first.Splits.Select(SplitsSeen.Name).SequenceEqual(second.Splits.Select(SplitsSeen.Name)), t);
    });

    private static bool AreAsInPartOne(SplitInput at, SplitsSeen seen) =>
        seen is { IsStratified: true, IsShared: false, IsRepeated: false, HasOwnLabels: true, HasOneScale: true }
        && seen is { IsOne: false, IsDrawnEvenly: true, TrainingScale: { IsCentred: true, IsUnit: true } }
        && 4 * seen.TestRows == at.Labels.Length && 4 * seen.TrainingRows == 3 * at.Labels.Length;

    private static double Right(SplitInput at) => CompareSlips.T(
        at.First[..SplitsSeen.Splits], at.Second[..SplitsSeen.Splits], new HashSet<string>()) ?? 0;

    private static SplitInput Better(Random random) =>
        SplitInput.Drawn(random) is var at ? at with { First = More([.. at.Second.Zip(at.First, (a, b) => a + b / 10)], 0.1) } : at;

    // Sixty-fourths: differences without rounding.
    private static SplitInput Alike(SplitInput at, Random random)
    {
        double[] whole = [.. at.First.Select(one => Math.Round(one * 64) / 64)];
        return at with { First = whole, Second = More(whole, random.Next(1, 9) / 64.0) };
    }

    private static bool AreAllTheSame(SplitInput at) => at.First.Zip(at.Second, (one, other) => one - other).Distinct().Count() == 1;

    private static double[] More(double[] scores, double by) => [.. scores.Select(one => one + by)];

    private static SplitInput OneMore(SplitInput at) => at with { First = More(at.First, 1), Second = More(at.Second, 1) };

    private static SplitInput InPercent(SplitInput at) =>
        at with { First = [.. at.First.Select(one => 100 * one)], Second = [.. at.Second.Select(one => 100 * one)] };

    private static bool Near(double? one, double right, double share) =>
        one is { } value && (value.Equals(right)
            || (double.IsFinite(right) && Math.Abs(value - right) <= share * Math.Max(0.1, Math.Abs(right))));
}

/// <summary>Arguments for the learner's method.</summary>
internal sealed record CompareCall(
    double[][] Rows, bool[] Labels, Func<double[][], bool[], double[][], bool[], double> First,
    Func<double[][], bool[], double[][], bool[], double> Second, int Seed);
