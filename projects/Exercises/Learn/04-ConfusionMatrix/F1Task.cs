using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>An F1, and whether “not defined” would be as right there as 0: no row is found, but there is one to find or to blame.</summary>
internal sealed record F1Value(double? Value, bool IsOpen);

/// <summary>
/// <c>F1(labels, scores, threshold)</c>: 2TP / (2TP + FP + FN). Where TP = 0 and FP + FN is not, that is 0; the mean of two rates of
/// which one is not defined, or both are 0, is not defined. The text leaves it open, so both are right.
/// </summary>
internal static class F1Task
{
    // Two rates and their mean are five operations of float32, each of which rounds by 6e-8.
    private const double Tolerance = 8 * 6e-8;

    public static MethodTask<ScoredRows, F1Value> Ordinary { get; } = Task(
    [
        new("it lies between the smaller and the larger of precision and recall", ScoredRows.Drawn,
            (at, came, _) => IsOpen(at) || RightOf(at) is null || LiesBetween(at, came.Value?.Value)),
        new("rows that are rightly predicted negative do not count: one more of them changes nothing", ScoredRows.Drawn,
            (at, came, again) => IsNear(again(at.And(positive: false, called: false)).Value?.Value ?? 0, came.Value?.Value ?? 0)),
        new("a false alarm more costs as much as a miss more", ScoredRows.Drawn, (at, _, again) =>
            IsNear(
                again(at.And(positive: false, called: true)).Value?.Value ?? 0,
                again(at.And(positive: true, called: false)).Value?.Value ?? 0)),
        new("it is the harmonic mean of precision and recall", ScoredRows.Drawn, IsRight),
    ]);

    public static MethodTask<ScoredRows, F1Value> AtTheEdge { get; } = Task(
    [
        new("a row whose score equals the threshold is predicted positive", ScoredRows.WithTies, IsRight),
        new("where nothing is positive and nothing is predicted positive, it is not defined: null, NaN or an exception says so",
            ScoredRows.NothingAtAll, IsRight),
        new("where nothing is predicted positive and something is positive, it is 0 or not defined", ScoredRows.NothingCalled, IsRight),
    ], ScoredRows.Drawn);

    private static MethodTask<ScoredRows, F1Value> Task(
        IReadOnlyList<Property<ScoredRows, F1Value>> properties, params Func<Random, ScoredRows>[] probes)
    {
        return new(
            "F1", "double? F1(bool[] labels, double[] scores, double threshold)",
            method => RateTask.Bound(method, Binding.Number) is { } bound ? at => Called(bound, at) : null, properties, at => at.ToString())
        {
            Simpler = at => at.Simpler(),
            Probes = probes,
            Slips = [.. F1Slips.All],
            Slipped = (at, slips) => new(F1Slips.Slipped(Counts.Of(at, slips), slips), RightOf(at) is not null),
            Same = IsSame,
            Written = value => Written.Of(value?.Value),
        };
    }

    // An exception says “not defined” as null does; the stub's own goes through.
    private static F1Value Called(Func<ScoredRows, double?> method, ScoredRows at)
    {
        var came = Outcome<double?>.Of(method, at);
        return came.IsUnwritten ? throw came.Thrown! : new(came.Value, RightOf(at) is not null);
    }

    private static bool IsSame(F1Value one, F1Value other) => one.Value is { } a && other.Value is { } b
        ? IsNear(a, b)
        : (one.Value ?? other.Value) is not { } value || (one.IsOpen && value == 0);

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Abs(one));

    private static bool IsRight(ScoredRows at, Outcome<F1Value> came, Func<ScoredRows, Outcome<F1Value>> again) =>
        came.Value is { } given && (RightOf(at) is not { } right
            ? given.Value is null
            : given.Value is { } value ? IsNear(value, right) : IsOpen(at));

    private static bool IsOpen(ScoredRows at) => at.Counted(true, true) == 0;

    private static bool LiesBetween(ScoredRows at, double? f1)
    {
        double hits = at.Counted(true, true);
        double precision = hits / at.Scores.Count(score => score >= at.Threshold), recall = hits / at.IsPositive.Count(one => one);
        return f1 >= Math.Min(precision, recall) - Tolerance && f1 <= Math.Max(precision, recall) + Tolerance;
    }

    private static double? RightOf(ScoredRows at)
    {
        int hits = at.Counted(true, true), errors = at.Counted(true, false) + at.Counted(false, true);
        return hits + errors == 0 ? null : 2.0 * hits / (2 * hits + errors);
    }
}
