using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary><c>Loss(x, y, w, b)</c>: the mean squared error of a line.</summary>
internal static class LossTask
{
    // A sum of 8 squares in float32.
    private const double Rounding = 20 * 6e-8;

    /// <summary>What C# does with 1 / n.</summary>
    public const string WholeNumbers = "when 1 / n is worked out in whole numbers: it is 0, and so is all it multiplies; write 1.0 / n";

    public static MethodTask<FittedLine, double?> Task { get; } = new(
        "Loss", "double Loss(double[] x, double[] y, double w, double b)",
        method => Binding.Of<FittedLine, double?>(
            method, [typeof(double[]), typeof(double[]), typeof(double), typeof(double)],
            at => [at.X.Clone(), at.Y.Clone(), at.W, at.B], Binding.Number),
        [
            new("a line through all points has a loss of 0", FittedLine.Perfect,
                (at, came, _) => came.Value is { } loss && Math.Abs(loss) <= 1e-10 * (1 + at.Y.Max(y => y * y))),
            new("all points twice over have the same loss: it is a mean", FittedLine.Drawn,
                (at, came, again) => came.Value is { } loss && Near(again(Twice(at)).Value, loss)),
            new("points three times as far from the line have nine times the loss", FittedLine.Drawn,
                (at, came, again) => came.Value is { } loss && Near(again(Further(at)).Value, 9 * loss)),
            new("it is 1/n Σ (wx + b − y)², worked out with 28 digits", FittedLine.Drawn,
                (at, came, _) => Near(came.Value, WithManyDigits(at))),
        ],
        at => at.Shown())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("sum-for-mean", "when the squares are added and not divided by n", "Sum|+=|return"),
            new("not-squared", "when the distances are not squared: those above and below cancel", "Average|Sum|+="),
            new("squared-last", "when the distances are added first, and their sum is squared", "Sum|+=|return"),
            new("mean-squared", "from the square of the mean distance, and not the mean of the squares", "Average|return"),
            new("largest", "from the largest square alone", "Max"),
            new("absolute", "with the absolute distance in place of the squared one", "Abs"),
            new("rooted", "when a root is taken of the mean", "Sqrt"),
            new("halved", "with a half in front, which the text has not", "/ 2|2 *|0.5"),
            new("intercept-left-out", "when b is left out", "*"),
            .. FittedLine.Signs,
            new("slope-alone", "when w stands in place of wx", "+ b"),
            new("last-left-out", "when the last point is left out", "Length"),
            new("first-left-out", "when the first point is left out", "= 1"),
            new("whole-numbers", WholeNumbers, "1 /|/"),
        ],
        Probes = [FittedLine.Few],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Near(one, other!.Value),
        Written = Written.Of,
    };

    /// <summary>1/n Σ (wxᵢ + b − yᵢ)²; other things with slips in it.</summary>
    public static double Slipped(FittedLine at, IReadOnlySet<string> slips)
    {
        int from = slips.Contains("first-left-out") ? 1 : 0, to = at.X.Length - (slips.Contains("last-left-out") ? 1 : 0);
        double b = slips.Contains("intercept-left-out") ? 0 : at.B;
        double sum = 0, largest = 0;
        for (int i = from; i < to; i++)
        {
            double r = FittedLine.Distance(at.W * (slips.Contains("slope-alone") ? 1 : at.X[i]), b, at.Y[i], slips);
            largest = Math.Max(largest, r * r);
            sum += slips.Overlaps(["not-squared", "squared-last", "mean-squared"]) ? r : slips.Contains("absolute") ? Math.Abs(r) : r * r;
        }

        int n = at.X.Length;
        double value = slips.Contains("sum-for-mean") ? sum : slips.Contains("squared-last") ? sum * sum / n
            : slips.Contains("mean-squared") ? sum / n * (sum / n) : slips.Contains("largest") ? largest : sum / n;
        if (slips.Contains("rooted")) value = Math.Sqrt(value);
        if (slips.Contains("whole-numbers")) value = sum * (1 / n);
        return slips.Contains("halved") ? value / 2 : value;
    }

    /// <summary>Whether it is this, but for rounding.</summary>
    private static bool Near(double? one, double right) => one is { } value && Math.Abs(value - right) <= Rounding * (1 + Math.Abs(right));

    private static double WithManyDigits(FittedLine at) => (double)at.X.Zip(at.Y, (x, y) =>
    {
        decimal r = (decimal)at.W * (decimal)x + (decimal)at.B - (decimal)y;
        return r * r;
    }).Average();

    private static FittedLine Twice(FittedLine at) => at with { X = [.. at.X, .. at.X], Y = [.. at.Y, .. at.Y] };

    // y − 2r moves each point from r to 3r below or above.
    private static FittedLine Further(FittedLine at) => at with { Y = [.. at.Y.Zip(at.Residuals(), (y, r) => y - 2 * r)] };
}
