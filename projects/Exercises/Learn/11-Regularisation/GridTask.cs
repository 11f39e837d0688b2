using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>The two ends of a grid.</summary>
internal sealed record Ends(double Low, double High)
{
    public static Ends Drawn(Random random) => new(random.Next(1, 10) * Math.Pow(10, -random.Next(2, 6)),
        random.Next(1, 10) * Math.Pow(10, random.Next(0, 4)));

    public override string ToString() => $"low = {Written.Of(Low)}, high = {Written.Of(High)}";
}

/// <summary><c>Grid(low, high)</c>: seven strengths, each the same factor above the one before.</summary>
internal static class GridTask
{
    private const int Count = 7;
    private const double Rounding = 1e-5; // a power, in float32

    public static MethodTask<Ends, double[]?> Task { get; } = new(
        "Grid", "double[] Grid(double low, double high)",
        method => Binding.Of<Ends, double[]?>(method, [typeof(double), typeof(double)], at => [at.Low, at.High], Table.Row),
        [
            new("there are seven strengths", Ends.Drawn, (_, came, _) => came.Value?.Length == Count),
            new("they go from low to high, both included", Ends.Drawn,
                (at, came, _) => came.Value is [var first, .., var last] && Near(first, at.Low) && Near(last, at.High)),
            new("each is the same factor above the one before", Ends.Drawn, (_, came, _) => came.Value is { Length: Count } grid
                && Enumerable.Range(1, Count - 2).All(k => Near(grid[k] / grid[k - 1], grid[k + 1] / grid[k]))),
        ],
        at => at.ToString())
    {
        Slips =
        [
            new("linear", "with equal steps between strengths: almost all of them are strong then", "+"),
            new("last-left-out", "when the factor is a seventh root: seven strengths have six steps between them", "7"),
            new("powers-of-ten", "with powers of ten, wherever high is", "10"),
            new("one-too-few", "with six strengths", "6"),
            new("one-too-many", "with eight strengths", "8|<="),
            new("descending", "from high to low", "return"),
            new("doubling", "with each strength twice the one before", "2"),
            new("whole-numbers", "when k / 6 is worked out in whole numbers: it is 0 but for the last", "/ 6|/"),
            new("squares", "with equal steps between the roots of the strengths", "Sqrt|*"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => one!.Length == other!.Length && one.Zip(other).All(pair => Near(pair.First, pair.Second)),
        Written = value => value is null ? "null" : Written.Of(value),
    };

    private static double[] Slipped(Ends at, IReadOnlySet<string> slips)
    {
        int count = slips.Contains("one-too-few") ? Count - 1 : slips.Contains("one-too-many") ? Count + 1 : Count;
        double steps = slips.Contains("last-left-out") ? Count : count - 1;
        double factor = slips.Contains("powers-of-ten") ? 10 : slips.Contains("doubling") ? 2 : Math.Pow(at.High / at.Low, 1 / steps);
        double[] grid = [.. Enumerable.Range(0, count).Select(k => slips.Contains("linear") ? at.Low + (at.High - at.Low) * k / steps
            : slips.Contains("squares") ? Math.Pow(Math.Sqrt(at.Low) + (Math.Sqrt(at.High) - Math.Sqrt(at.Low)) * k / steps, 2)
            : slips.Contains("whole-numbers") ? (k < count - 1 ? at.Low : at.High)
            : at.Low * Math.Pow(factor, k))];
        return slips.Contains("descending") ? [.. grid.Reverse()] : grid;
    }

    private static bool Near(double one, double right) => Math.Abs(one - right) <= Rounding * Math.Abs(right);
}
