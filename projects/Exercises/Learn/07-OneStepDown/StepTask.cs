using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary><c>Step(x, y, w, b, rate)</c>: the line after one step of gradient descent.</summary>
internal static class StepTask
{
    public static MethodTask<FittedLine, Pair?> Task { get; } = new(
        "Step", "(double W, double B) Step(double[] x, double[] y, double w, double b, double rate)",
        method => Binding.Of<FittedLine, Pair?>(
            method, [typeof(double[]), typeof(double[]), typeof(double), typeof(double), typeof(double)],
            at => [at.X.Clone(), at.Y.Clone(), at.W, at.B, at.Rate], Pair.Read),
        [
            new("a rate of 0 leaves the line where it is", random => FittedLine.Drawn(random) with { Rate = 0 },
                (at, came, _) => came.Value?.IsNear(at.W, at.B, Tolerance(at)) == true),
            new("a small step makes the loss smaller", random => FittedLine.Drawn(random) with { Rate = 0.001 }, IsLower),
            new("twice the rate goes twice as far, in the same direction", FittedLine.Drawn, (at, came, again) =>
                came.Value is { W: { } w, B: { } b }
                && again(at with { Rate = 2 * at.Rate }).Value?.IsNear(2 * w - at.W, 2 * b - at.B, 3 * Tolerance(at)) == true),
            new("both move by the rate times the gradient at the place where the line stood before", FittedLine.Drawn,
                (at, came, _) => Right(at) is var (w, b) && came.Value?.IsNear(w, b, Tolerance(at)) == true),
        ],
        at => at.Shown(withRate: true))
    {
        Simpler = at => at.Simpler(),
        Probes = [FittedLine.Few],
        Slips =
        [
            new("plus", "with + for −: up in place of down", "+"),
            new("loss-for-gradient", "when the rate multiplies the loss, and not the gradient", "Loss"),
            new("loss-times-gradient", "when loss, rate and gradient are all multiplied", "Loss"),
            new("b-after-w", "when the slope along b is taken after w has moved", "b"),
            new("w-after-b", "when the slope along w is taken after b has moved", "w"),
            new("b-not-moved", "when b stays where it is", "b"),
            new("w-not-moved", "when w stays where it is", "w"),
            new("rate-ignored", "when the whole gradient is taken off, whatever the rate is", "-"),
            new("rate-divides", "when the gradient is divided by the rate", "/"),
            new("step-alone", "from the step alone: w and b are where it begins", "return"),
            new("unit-gradient", "when the gradient is made as long as 1 first", "Sqrt"),
            .. GradientTask.Slips,
        ],
        Slipped = (at, slips) => Slipped(at, slips) is var (w, b) ? new Pair(w, b) : null,
        Same = (one, other) => other!.W is { } w && other.B is { } b && one!.IsNear(w, b, 1e-4 * (1 + Math.Abs(w) + Math.Abs(b))),
        Written = value => value?.ToString() ?? "null",
    };

    private static (double W, double B) Right(FittedLine at) => Slipped(at, new HashSet<string>());

    // w ← w − η dL/dw, b ← b − η dL/db, both at the old place.
    private static (double W, double B) Slipped(FittedLine at, IReadOnlySet<string> slips)
    {
        (double w, double b) = GradientTask.Slipped(at, slips);
        double rate = slips.Contains("rate-ignored") ? 1 : slips.Contains("rate-divides") ? 1 / at.Rate : at.Rate;
        if (slips.Contains("plus")) rate = -rate;
        double loss = LossTask.Slipped(at, new HashSet<string>());
        if (slips.Contains("loss-for-gradient")) (w, b) = (loss, loss);
        if (slips.Contains("loss-times-gradient")) (w, b) = (loss * w, loss * b);
        if (slips.Contains("unit-gradient") && Math.Sqrt(w * w + b * b) is > 0 and var length) (w, b) = (w / length, b / length);
        if (slips.Contains("b-after-w")) b = GradientTask.Slipped(at with { W = at.W - rate * w }, slips).B;
        if (slips.Contains("w-after-b")) w = GradientTask.Slipped(at with { B = at.B - rate * b }, slips).W;
        if (slips.Contains("b-not-moved")) b = 0;
        if (slips.Contains("w-not-moved")) w = 0;
        return slips.Contains("step-alone") ? (-rate * w, -rate * b) : (at.W - rate * w, at.B - rate * b);
    }

    // float32 keeps 7 digits of w and b, and the gradient's own tolerance is stretched by the rate.
    private static double Tolerance(FittedLine at) =>
        1e-6 * (1 + Math.Abs(at.W) + Math.Abs(at.B)) + at.Rate * GradientTask.Tolerance * at.GradientSize;

    private static bool IsLower(FittedLine at, Outcome<Pair?> came, Func<FittedLine, Outcome<Pair?>> again)
    {
        (double overW, double overB) = GradientTask.Right(at);
        if (Math.Sqrt(overW * overW + overB * overB) <= 0.05 * at.GradientSize) return true; // at the bottom already
        return came.Value is { W: { } w, B: { } b } && LossTask.Slipped(at with { W = w, B = b }, new HashSet<string>())
            < LossTask.Slipped(at, new HashSet<string>());
    }
}
