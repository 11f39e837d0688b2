using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary><c>Precision</c> and <c>Recall</c>: each a share of some of the rows, and blind to the others.</summary>
internal static class RateTask
{
    /// <summary>One division of small counts: float32 rounds it by 6e-8, and a sum of two before it by no more.</summary>
    public const double Tolerance = 4 * 6e-8;

    public static MethodTask<ScoredRows, double?> Precision { get; } = Ordinary(
        "Precision", PrecisionOf,
        new("rows that are predicted negative do not count: one more of them changes nothing", ScoredRows.Drawn, (at, came, again) =>
            IsSame(came, again(at.And(positive: true, called: false))) && IsSame(came, again(at.And(positive: false, called: false)))),
        new("where every row that is predicted positive is positive, it is 1", ScoredRows.NoFalseAlarm,
            (at, came, _) => PrecisionOf(at) is null or < 1 || Is(came, 1)),
        "times the number of rows predicted positive, it is the number of those among them that are positive");

    public static MethodTask<ScoredRows, double?> Recall { get; } = Ordinary(
        "Recall", RecallOf,
        new("negative rows do not count: one more of them changes nothing", ScoredRows.Drawn, (at, came, again) =>
            IsSame(came, again(at.And(positive: false, called: true))) && IsSame(came, again(at.And(positive: false, called: false)))),
        new("where every positive row is predicted positive, it is 1", ScoredRows.NoMiss,
            (at, came, _) => RecallOf(at) is null or < 1 || Is(came, 1)),
        "times the number of positive rows, it is the number of those among them that are predicted positive");

    public static MethodTask<ScoredRows, double?> PrecisionAtTheEdge { get; } = AtTheEdge(
        "Precision", PrecisionOf,
        "where nothing is predicted positive, it is not defined: null, NaN or an exception says so", ScoredRows.NothingCalled,
        "where nothing is positive and something is predicted positive, it is defined all the same", ScoredRows.NothingToFind);

    public static MethodTask<ScoredRows, double?> RecallAtTheEdge { get; } = AtTheEdge(
        "Recall", RecallOf, "where nothing is positive, it is not defined: null, NaN or an exception says so", ScoredRows.NothingToFind,
        "where something is positive and nothing is predicted positive, it is defined all the same", ScoredRows.NothingCalled);

    /// <summary>A method of labels, scores and threshold.</summary>
    public static Func<ScoredRows, T>? Bound<T>(MethodInfo method, Func<object?, T> read) => Binding.Of<ScoredRows, T>(
        method, [typeof(bool[]), typeof(double[]), typeof(double)], at => [at.IsPositive.Clone(), at.Scores.Clone(), at.Threshold], read);

    /// <summary>Whether it came to this, but for rounding; null for not defined.</summary>
    public static bool Is(Outcome<double?> came, double? right) => right is null
        ? came.IsUndefined
        : came.Value is { } value && Math.Abs(value - right.Value) <= Tolerance;

    private static bool IsSame(Outcome<double?> one, Outcome<double?> other) =>
        one.IsUndefined ? other.IsUndefined : Is(other, one.Value);

    private static double? PrecisionOf(ScoredRows at) => Share(at.Counted(true, true), at.Scores.Count(score => score >= at.Threshold));

    private static double? RecallOf(ScoredRows at) => Share(at.Counted(true, true), at.IsPositive.Count(one => one));

    private static double? Share(int some, int all) => all == 0 ? null : (double)some / all;

    private static MethodTask<ScoredRows, double?> Ordinary(
        string method, Func<ScoredRows, double?> right, Property<ScoredRows, double?> blind, Property<ScoredRows, double?> one,
        string definition) => Task(method,
        [
            new("it is a number between 0 and 1", ScoredRows.Drawn, (at, came, _) => right(at) is null || came.Value is >= 0 and <= 1),
            blind, one, new(definition, ScoredRows.Drawn, (at, came, _) => Is(came, right(at))),
        ]);

    private static MethodTask<ScoredRows, double?> AtTheEdge(
        string method, Func<ScoredRows, double?> right, string undefined, Func<Random, ScoredRows> where, string defined,
        Func<Random, ScoredRows> there) => Task(method,
        [
            new("a row whose score equals the threshold is predicted positive", ScoredRows.WithTies, (at, came, _) => Is(came, right(at))),
            new(undefined, where, (at, came, _) => Is(came, right(at))),
            new(defined, there, (at, came, _) => Is(came, right(at))),
        ], ScoredRows.Drawn);

    private static MethodTask<ScoredRows, double?> Task(
        string method, IReadOnlyList<Property<ScoredRows, double?>> properties, params Func<Random, ScoredRows>[] probes)
    {
        return new(
            method, $"double? {method}(bool[] labels, double[] scores, double threshold)", found => Bound(found, Binding.Number),
            properties, at => at.ToString())
        {
            Simpler = at => at.Simpler(),
            Probes = probes,
            Slips = [.. RateSlips.Of(method)],
            Slipped = (at, slips) => RateSlips.Slipped(method, Counts.Of(at, slips), slips),
            Same = (one, other) => Math.Abs(one!.Value - other!.Value) <= Tolerance * Math.Max(1, Math.Abs(one.Value)),
            Written = Written.Of,
        };
    }
}
