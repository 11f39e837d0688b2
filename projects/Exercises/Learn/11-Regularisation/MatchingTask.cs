using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>One direction of a loss, and a descent along it.</summary>
internal sealed record Descent(double Curvature, double Rate, int Steps)
{
    public static Descent Drawn(Random random)
    {
        double curvature = random.Next(2, 40) / 10.0;
        return new(curvature, Math.Round((0.05 + 0.75 * random.NextDouble()) / curvature, 3), random.Next(1, 12));
    }

    public IEnumerable<Descent> Simpler() => Steps > 1 ? [this with { Steps = Steps - 1 }, this with { Steps = 1 }] : [];

    public override string ToString() => FormattableString.Invariant($"curvature = {Curvature}, rate = {Rate}, steps = {Steps}");
}

/// <summary>
/// <c>Matching(curvature, rate, steps)</c>: the strength that shrinks a direction as much as stopping does.
/// <code>
/// loss ½ c (w − w*)²        descent from 0: w = (1 − (1 − ηc)ᵏ) w*        with the penalty ½ λ w²: w = c / (c + λ) w*
/// </code>
/// </summary>
internal static class MatchingTask
{
    private const double Rounding = 1e-4; // 1 − a power that is nearly 1, in float32

    public static MethodTask<Descent, double?> Task { get; } = new(
        "Matching", "double Matching(double curvature, double rate, int steps)",
        method => Binding.Of<Descent, double?>(
            method, [typeof(double), typeof(double), typeof(int)], at => [at.Curvature, at.Rate, at.Steps], Binding.Number),
        [
            new("it is above 0", Descent.Drawn, (_, came, _) => came.Value > 0),
            new("the longer the descent, the weaker the penalty that it is like", Descent.Drawn,
                (at, came, again) => again(at with { Steps = at.Steps + 1 }).Value < came.Value),
            new("in the unit of the curvature: twice the curvature at half the rate has twice the strength", Descent.Drawn,
                (at, came, again) =>
                came.Value is { } strength && Near(again(at with { Curvature = 2 * at.Curvature, Rate = at.Rate / 2 }).Value,
                    2 * strength)),
            new("with it, the penalised minimum lies where the descent has come to: the same share of the way from 0", Descent.Drawn,
                (at, came, _) => came.Value is { } strength && Near(at.Curvature / (at.Curvature + strength), 1 - Left(at))
                    && Near(strength, Slipped(at, new HashSet<string>()))),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("one-over-way", "from 1/(rate · steps): near it for small steps, and not for these", "/"),
            new("share", "from the share of the way itself", "return|Pow"),
            new("left-for-gone", "when what is left of the way is taken for what is gone", "Pow"),
            new("rate-left-out", "when the curvature alone stands in the bracket, without the rate", "Pow"),
            new("curvature-left-out", "when the rate alone stands in the bracket, without the curvature", "Pow"),
            new("one-step-more", "with one step more", "+ 1"),
            new("curvature-not-times", "when the ratio is not multiplied by the curvature", "return"),
            new("steps-times", "when the steps multiply, where they should be a power", "*"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Near(one, other!.Value),
        Written = Written.Of,
        Remark = (_, _, _) =>
            "For small rate · curvature · steps this is nearly 1/(rate · steps): early stopping is a penalty that fades as you train.",
    };

    private static double Left(Descent at) => Math.Pow(1 - at.Rate * at.Curvature, at.Steps);

    private static double Slipped(Descent at, IReadOnlySet<string> slips)
    {
        double each = slips.Contains("rate-left-out") ? at.Curvature : slips.Contains("curvature-left-out") ? at.Rate
            : at.Rate * at.Curvature;
        double left = slips.Contains("steps-times") ? 1 - each * at.Steps
            : Math.Pow(1 - each, at.Steps + (slips.Contains("one-step-more") ? 1 : 0));
        if (slips.Contains("left-for-gone")) left = 1 - left;
        if (slips.Contains("one-over-way")) return 1 / (at.Rate * at.Steps);
        if (slips.Contains("share")) return 1 - left;
        return (slips.Contains("curvature-not-times") ? 1 : at.Curvature) * left / (1 - left);
    }

    private static bool Near(double? one, double right) => one is { } value && Math.Abs(value - right) <= Rounding * Math.Abs(right);
}
