using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary>Gradients and a limit for their length.</summary>
internal sealed record ToClip(double[][] Gradients, double Limit)
{
    public static ToClip TooLong(Random random) => Of(NormTask.Drawn(random), random.Next(2, 8) / 10.0);

    public static ToClip ShortEnough(Random random) => Of(NormTask.Drawn(random), random.Next(12, 30) / 10.0);

    public static ToClip Huge(Random random) =>
        TooLong(random) is var drawn ? drawn with { Gradients = NormTask.Times(drawn.Gradients, 1e200) } : drawn;

    public IEnumerable<ToClip> Simpler() => NormTask.Simpler(Gradients).Select(simpler => this with { Gradients = simpler });

    public override string ToString() => $"{NormTask.Shown(Gradients)}, limit = {Written.Of(Limit)}";

    private static ToClip Of(double[][] drawn, double share) =>
        new(drawn, Math.Round(NormTask.Slipped(drawn, new HashSet<string>()) * share, 2));
}

/// <summary>What was returned, and what the gradients are now.</summary>
internal sealed record Clipped(double? Norm, double[][] After)
{
    public override string ToString() => $"{Written.Of(Norm)}, and {NormTask.Shown(After)}";
}

/// <summary><c>Clip(gradients, limit)</c>: shorter where it is too long, in the same direction.</summary>
internal static class ClipTask
{
    /// <summary>What people do wrong when they clip.</summary>
    public static IReadOnlyList<Slip> Slips { get; } =
    [
        new("each-entry", "when each entry is clipped by itself: the direction changes", "Clamp|Min|Max"),
        new("each-group", "when each group is clipped by itself: the direction changes", "foreach|for"),
        new("always-scaled", "when shorter gradients are made longer, too", "*="),
        new("not-clipped", "when nothing is clipped", "return"),
        new("divided-by-norm", "when the gradient is made as long as 1, whatever the limit", "/"),
        new("factor-squared", "when limit/norm multiplies twice over", "/"),
        new("turned-factor", "when norm/limit multiplies in place of limit/norm", "/"),
        new("after-clipping", "when the length after clipping is told, and not that before", "return"),
        new("overflow", "when large entries are squared as they are: their length is infinite, and 0 is left of them", "Norm"),
        new("overflow-to-nan", "when the length is infinite and the entries are not numbers any more", "Norm"),
    ];

    public static MethodTask<ToClip, Clipped?> Task { get; } = new(
        "Clip", "double Clip(double[][] gradients, double limit)",
        Bound,
        [
            new("gradients that are short enough stay as they are", ToClip.ShortEnough,
                (at, came, _) => came.Value is { } clipped && IsScaled(at, clipped, 1)),
            new("gradients that are too long come down to the limit", ToClip.TooLong,
                (at, came, _) => came.Value is { } clipped && LogSeen.Near(Length(clipped.After), at.Limit)),
            new("the direction stays: all entries shrink by the same factor", ToClip.TooLong,
                (at, came, _) => came.Value is { } clipped && IsScaled(at, clipped, at.Limit / Length(at.Gradients))),
            new("what comes back is the length before clipping", ToClip.TooLong,
                (at, came, _) => came.Value?.Norm is { } norm && LogSeen.Near(norm, Length(at.Gradients))),
            new("entries of 1e200 are clipped in the same way, although their squares are infinite", ToClip.Huge,
                (at, came, _) => came.Value is { } clipped && IsScaled(at, clipped, at.Limit / Length(at.Gradients))),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips = Slips,
        Slipped = (at, slips) => Slipped(at.Gradients, at.Limit, slips),
        Same = (one, other) => (one!.Norm is null && other!.Norm is null || one.Norm is { } a && other!.Norm is { } b && LogSeen.Near(a, b))
            && one.After.Length == other!.After.Length && one.After.Zip(other.After).All(pair =>
                pair.First.Zip(pair.Second).All(entry => LogSeen.Near(entry.First, entry.Second))),
        Written = value => value?.ToString() ?? "null",
    };

    private static Func<ToClip, Clipped?>? Bound(MethodInfo method)
    {
        Func<(double[][] Own, double Limit), double?>? own = Binding.Of<(double[][] Own, double Limit), double?>(
            method, [typeof(double[][]), typeof(double)], call => [call.Own, call.Limit], Binding.Number);
        if (own is null) return null;
        return at =>
        {
            double[][] copy = [.. at.Gradients.Select(group => (double[])group.Clone())];
            double? norm = own((copy, at.Limit));
            return new(norm, copy);
        };
    }

    /// <summary>g ← g · min(1, limit/‖g‖); other things with slips in it.</summary>
    public static Clipped Slipped(double[][] at, double limit, IReadOnlySet<string> slips)
    {
        double norm = slips.Overlaps(["overflow", "overflow-to-nan"])
            ? Math.Sqrt(at.Sum(group => group.Sum(one => one * one))) : NormTask.Slipped(at, slips);
        if (slips.Contains("each-entry"))
            return new(norm, [.. at.Select(group => group.Select(one => Math.Clamp(one, -limit, limit)).ToArray())]);
        if (slips.Contains("each-group"))
        {
            return new(norm, [.. at.Select(group => NormTask.Slipped([group], new HashSet<string>()) is var own && own > limit
                ? group.Select(one => one * limit / own).ToArray() : (double[])group.Clone())]);
        }

        double factor = slips.Contains("turned-factor") ? norm / limit
            : slips.Contains("divided-by-norm") ? 1 / norm
            : slips.Contains("factor-squared") ? limit / norm * (limit / norm)
            : slips.Contains("overflow-to-nan") && double.IsInfinity(norm) ? double.NaN : limit / norm;
        if ((!(norm > limit) && !slips.Contains("always-scaled")) || slips.Contains("not-clipped")) factor = 1;
        double[][] after = NormTask.Times(at, factor);
        return new(slips.Contains("after-clipping") ? NormTask.Slipped(after, new HashSet<string>()) : norm, after);
    }

    private static double Length(double[][] at) => NormTask.Slipped(at, new HashSet<string>());

    private static bool IsScaled(ToClip at, Clipped clipped, double factor) => clipped.After.Zip(at.Gradients)
        .All(pair => pair.First.Length == pair.Second.Length && pair.First.Zip(pair.Second)
            .All(entry => LogSeen.Near(entry.First, factor * entry.Second)));
}
