using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary><c>Gradient(x, y, w, b)</c>: how the loss changes along w and along b.</summary>
internal static class GradientTask
{
    /// <summary>Of <see cref="FittedLine.GradientSize"/>: room for float32, and for a difference over a sensible step.</summary>
    public const double Tolerance = 2e-5;

    /// <summary>What people do wrong in a gradient, wherever they use it.</summary>
    public static IReadOnlyList<Slip> Slips { get; } =
    [
        new("two-missing", "without the 2 that the square gives", "Sum|+=|return"),
        new("mean-missing", "when the sums are not divided by n", "Sum|+=|return"),
        new("two-and-mean-missing", "without the 2, and without dividing by n", "Sum|+=|return"),
        new("inner-forgotten", "when x is forgotten in the slope along w: the chain rule multiplies by what stands beside w", "w|W"),
        new("inner-for-both", "when x multiplies in the slope along b, too", "b|B"),
        new("tiny-step", "from a difference over a step of 1e−16: w + 1e−16 is w, and nothing changes", "e-"),
        new("of-absolute", "from the absolute distance, whose slope is a sign", "Sign"),
        new("exchanged", "when the slope along b stands first", "return"),
        new("intercept-left-out", "when b is left out of the distance", "*"),
        .. FittedLine.Signs,
        new("intercept-still", "when the slope along b is called 0", "return"),
        new("last-left-out", "when the last point is left out", "Length"),
        new("first-left-out", "when the first point is left out", "= 1"),
        new("means-multiplied", "when the mean of r is multiplied by the mean of x: the product belongs inside the sum", "Average|*"),
        new("points-multiplied", "when x multiplies in place of r x: the distance is forgotten", "x"),
        new("whole-numbers", LossTask.WholeNumbers, "1 /|/"),
        new("two-over-whole-numbers", "when 2 / n is worked out in whole numbers: 0 for more than two points; write 2.0 / n", "2 /|/"),
    ];

    public static MethodTask<FittedLine, Pair?> Task { get; } = new(
        "Gradient", "(double W, double B) Gradient(double[] x, double[] y, double w, double b)",
        method => Binding.Of<FittedLine, Pair?>(
            method, [typeof(double[]), typeof(double[]), typeof(double), typeof(double)],
            at => [at.X.Clone(), at.Y.Clone(), at.W, at.B], Pair.Read),
        [
            new("where the line goes through all points, both slopes of the loss are 0", FittedLine.Perfect,
                (at, came, _) => came.Value?.IsNear(0, 0, Tolerance * (1 + at.X.Max(Math.Abs))) == true),
            new("it points up: a little way along it the loss is larger", FittedLine.Drawn, PointsUp),
            new("all points twice over have the same gradient", FittedLine.Drawn, (at, came, again) =>
                came.Value is { W: { } w, B: { } b } && again(Twice(at)).Value?.IsNear(w, b, Tolerance * at.GradientSize) == true),
            new("a small step along w changes the loss by the step times W", FittedLine.Drawn,
                (at, came, _) => came.Value?.W is { } w && Math.Abs(w - Right(at).W) <= Tolerance * at.GradientSize),
            new("a small step along b changes the loss by the step times B", FittedLine.Drawn,
                (at, came, _) => came.Value?.B is { } b && Math.Abs(b - Right(at).B) <= Tolerance * at.GradientSize),
        ],
        at => at.Shown())
    {
        Simpler = at => at.Simpler(),
        Probes = [FittedLine.Few],
        Slips = [.. GradientTask.Slips, new("gradient-turned", "when it points down: y − ŷ where ŷ − y should stand", "-")],
        Slipped = (at, slips) => Read(Slipped(at, slips)),
        Same = (one, other) => other!.W is { } w && other.B is { } b && one!.IsNear(w, b, 3 * Tolerance * (1 + Math.Abs(w) + Math.Abs(b))),
        Written = value => value?.ToString() ?? "null",
        Remark = Remark,
    };

    /// <summary>
    /// <code>
    /// r    = wx + b − y         [n]
    /// L    = 1/n Σᵢ rᵢ²         [1]
    /// dL/dw = 2/n Σᵢ rᵢ xᵢ      [1]
    /// dL/db = 2/n Σᵢ rᵢ         [1]
    /// </code>
    /// or other things, with slips in it.
    /// </summary>
    public static (double W, double B) Slipped(FittedLine at, IReadOnlySet<string> slips)
    {
        if (slips.Contains("tiny-step")) return (0, 0);
        int n = at.X.Length, to = n - (slips.Contains("last-left-out") ? 1 : 0);
        double b = slips.Contains("intercept-left-out") ? 0 : at.B, overW = 0, overB = 0;
        for (int i = slips.Contains("first-left-out") ? 1 : 0; i < to; i++)
        {
            double r = FittedLine.Distance(at.W * at.X[i], b, at.Y[i], slips);
            double outer = slips.Contains("of-absolute") ? Math.Sign(r) / 2.0 : r;
            overW += outer * (slips.Contains("inner-forgotten") ? 1 : at.X[i]);
            overB += outer * (slips.Contains("inner-for-both") ? at.X[i] : 1);
        }

        if (slips.Contains("means-multiplied")) overW = overB * at.X.Average();
        if (slips.Contains("points-multiplied")) (overW, overB) = (at.X[..to].Sum(), to);
        double factor = (slips.Overlaps(["two-missing", "two-and-mean-missing"]) ? 1.0 : 2.0)
            / (slips.Overlaps(["mean-missing", "two-and-mean-missing"]) ? 1 : n) * (slips.Contains("gradient-turned") ? -1 : 1);
        if (slips.Contains("whole-numbers")) factor *= 1 / n;
        if (slips.Contains("two-over-whole-numbers")) factor = 2 / n;
        if (slips.Contains("intercept-still")) overB = 0;
        return slips.Contains("exchanged") ? (factor * overB, factor * overW) : (factor * overW, factor * overB);
    }

    private static Pair? Read((double W, double B) at) => new(at.W, at.B);

    public static (double W, double B) Right(FittedLine at) => Slipped(at, new HashSet<string>());

    private static FittedLine Twice(FittedLine at) => at with { X = [.. at.X, .. at.X], Y = [.. at.Y, .. at.Y] };

    private static bool PointsUp(FittedLine at, Outcome<Pair?> came, Func<FittedLine, Outcome<Pair?>> again)
    {
        (double w, double b) = Right(at);
        return Math.Sqrt(w * w + b * b) <= 0.01 * at.GradientSize
            || (came.Value is { W: { } ownW, B: { } ownB } && w * ownW + b * ownB > 0);
    }

    private static string? Remark(string text, Func<FittedLine, Pair?> method, Random random)
    {
        double worst = Enumerable.Range(0, 20).Max(_ =>
        {
            FittedLine at = FittedLine.Drawn(random);
            (double w, double b) = Right(at);
            return method(at) is { W: { } ownW, B: { } ownB } ? (Math.Abs(ownW - w) + Math.Abs(ownB - b)) / at.GradientSize : 1;
        });
        int digits = (int)Math.Floor(-Math.Log10(Math.Max(worst, 1e-16)));
        return digits >= 13
            ? $"Your Gradient has {digits} right digits: it is a formula, and no difference of two losses, which would lose half of them."
            : $"Your Gradient has {digits} right digits: a formula in double has 15, a difference over a step or a float has fewer.";
    }
}
