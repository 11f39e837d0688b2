using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary>
/// <c>LargestRate(x)</c>: where descent turns from coming down to running away.
/// <code>
/// H = 2/n [ Σ x²  Σ x ]        λ± = (a + d)/2 ± √( ((a − d)/2)² + c² ),  a = 2/n Σ x²,  d = 2,  c = 2/n Σ x
///         [ Σ x    n  ]        one step multiplies what is left along an axis of H by 1 − ηλ: it shrinks where ηλ &lt; 2
/// </code>
/// </summary>
internal static class LargestRateTask
{
    // Two percent: who tries rates, or goes on by halves, comes as near as that.
    private const double Open = 0.02;

    public static MethodTask<double[], double?> Task { get; } = new(
        "LargestRate", "double LargestRate(double[] x)",
        method => Binding.Of<double[], double?>(method, [typeof(double[])], at => [at.Clone()], Binding.Number),
        [
            new("it is above 0", Drawn, (_, came, _) => came.Value > 0),
            new("2 % below it, descent comes down from wherever it begins", Drawn,
                (at, came, _) => came.Value * (1 - Open) * Curvatures(at).Large < 2),
            new("2 % above it, descent runs away from somewhere", Drawn,
                (at, came, _) => came.Value * (1 + Open) * Curvatures(at).Large > 2),
            new("all points twice over have the same largest rate", Drawn, (at, came, again) =>
                came.Value is { } rate && again([.. at, .. at]).Value is { } twice && Math.Abs(twice - rate) <= 2 * Open * rate),
        ],
        at => $"x = {Written.Of(at)}")
    {
        Simpler = at =>
        [
            .. Simplify.Without(at.Length, least: 2).Select(kept => kept.Select(i => at[i]).ToArray()),
            .. Simplify.Rounder(at),
        ],
        Slips =
        [
            new("half-of-it", "from 1/λ: the rate that gets there in one step along the steepest axis, where 2/λ still comes down", "/"),
            new("smaller-curvature", "from the smaller of the two curvatures: the steeper axis runs away first", "/|-"),
            new("sum-of-curvatures", "from the sum of both curvatures, and not the larger one", "+"),
            new("two-missing-in-curvature", "without the 2 in the second derivatives", "/"),
            new("mean-missing-in-curvature", "when the sums are not divided by n", "Sum|+="),
            new("slope-alone", "when only w is looked at, and b has no curvature", "/"),
            new("axes-alone", "from the larger number of the diagonal: Σ x, beside it, is left out", "Max"),
            new("spread-for-squares", "from the variance of x, with its mean taken off", "Average"),
            new("root-of-curvature", "when a root is taken of the curvature", "Sqrt"),
            new("whole-numbers", "when 2 / n is worked out in whole numbers: 0 for more than two points; write 2.0 / n", "2 /|/"),
            new("curvature-itself", "from the curvature itself: the rate is 2 over it", "return"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Math.Abs(one!.Value - other!.Value) <= Open / 2 * Math.Abs(other.Value),
        Written = Written.Of,
        Remark = (_, method, random) => Drawn(random) is var at && method(at) is { } rate
            && Math.Abs(rate * Curvatures(at).Large / 2 - 1) > 1e-6
                ? "Your LargestRate tries: it comes near, and the larger root of a quadratic equation gives it at once."
                : "Your LargestRate needs neither y nor a single step: the curvature of this loss is the same everywhere. "
                    + "That of a net is not, which is why its largest rate changes as it trains.",
    };

    // Means of x away from 0, so that the two axes of H are not those of w and b.
    private static double[] Drawn(Random random)
    {
        while (true)
        {
            double[] x = FittedLine.Numbers(random.Next(3, 9), random);
            if (Math.Abs(x.Average()) >= 0.5) return x;
        }
    }

    private static (double Large, double Small) Curvatures(double[] x)
    {
        double a = 2 * x.Average(one => one * one), d = 2, c = 2 * x.Average();
        double root = Math.Sqrt((a - d) * (a - d) / 4 + c * c);
        return ((a + d) / 2 + root, (a + d) / 2 - root);
    }

    private static double? Slipped(double[] x, IReadOnlySet<string> slips)
    {
        (double large, double small) = Curvatures(x);
        double a = 2 * x.Average(one => one * one);
        double curvature = slips.Contains("smaller-curvature") ? small
            : slips.Contains("sum-of-curvatures") ? large + small
            : slips.Contains("slope-alone") ? a
            : slips.Contains("whole-numbers") ? 2
            : slips.Contains("axes-alone") ? Math.Max(a, 2)
            : slips.Contains("spread-for-squares") ? Math.Max(2, a - 2 * x.Average() * x.Average()) : large;
        if (slips.Contains("two-missing-in-curvature")) curvature /= 2;
        if (slips.Contains("mean-missing-in-curvature")) curvature *= x.Length;
        if (slips.Contains("root-of-curvature")) curvature = Math.Sqrt(curvature);
        if (slips.Contains("curvature-itself")) return curvature;
        return (slips.Contains("half-of-it") ? 1 : 2) / curvature;
    }
}
