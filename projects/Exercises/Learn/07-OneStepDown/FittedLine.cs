using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary>Points, a line that does not fit them yet, and a learning rate.</summary>
/// <param name="X">x [n].</param>
/// <param name="Y">y [n].</param>
/// <param name="W">The slope; 1.1 or more from 0, so that 1e−16 added to it is lost.</param>
/// <param name="B">The intercept, likewise.</param>
/// <param name="Rate">η.</param>
internal sealed record FittedLine(double[] X, double[] Y, double W, double B, double Rate)
{
    /// <summary>A sign of the distance turned round.</summary>
    public static IReadOnlyList<Slip> Signs { get; } =
    [
        new("intercept-taken-off", "when b is taken off where it is added: wx − b − y", "- b"),
        new("target-added", "when y is added where it is taken off: wx + b + y", "+ y"),
        new("slope-turned", "when wx is taken off where it is added: b − wx − y", "b -|-w|- w"),
    ];

    /// <summary>wx + b − y; with another sign, where a slip says so.</summary>
    public static double Distance(double wx, double b, double y, IReadOnlySet<string> slips) =>
        (slips.Contains("slope-turned") ? -wx : wx) + (slips.Contains("intercept-taken-off") ? -b : b)
            - (slips.Contains("target-added") ? -y : y);

    public static FittedLine Drawn(Random random)
    {
        int n = random.Next(3, 9);
        return new(
            Numbers(n, random), Numbers(n, random), Away(random), Away(random), random.Next(1, 31) / 100.0);
    }

    /// <summary>One point or two: where 1/n or 2/n, divided as whole numbers, is still right.</summary>
    public static FittedLine Few(Random random)
    {
        int n = random.Next(1, 3);
        return Drawn(random) is var drawn ? drawn with { X = drawn.X[..n], Y = drawn.Y[..n] } : drawn;
    }

    /// <summary>A line that goes through all its points.</summary>
    public static FittedLine Perfect(Random random) =>
        Drawn(random) is var drawn ? drawn with { Y = [.. drawn.X.Select(x => drawn.W * x + drawn.B)] } : drawn;

    /// <summary>2/n Σ |rᵢ| (1 + |xᵢ|): what rounding of a gradient is measured by.</summary>
    public double GradientSize => 2 * Residuals().Zip(X, (r, x) => Math.Abs(r) * (1 + Math.Abs(x))).Average();

    /// <summary>rᵢ = wxᵢ + b − yᵢ.</summary>
    public double[] Residuals() => [.. X.Zip(Y, (x, y) => W * x + B - y)];

    public IEnumerable<FittedLine> Simpler() =>
    [
        .. Simplify.Without(X.Length, least: 2).Select(kept =>
            this with { X = [.. kept.Select(i => X[i])], Y = [.. kept.Select(i => Y[i])] }),
        .. Simplify.Rounder(X).Select(x => this with { X = x }),
        .. Simplify.Rounder(Y).Select(y => this with { Y = y }),
    ];

    /// <summary>As the call of <c>Loss</c> and <c>Gradient</c>; of <c>Step</c> with the rate.</summary>
    public string Shown(bool withRate = false) =>
        $"x = {Written.Of(X)}, y = {Written.Of(Y)}, w = {Written.Of(W)}, b = {Written.Of(B)}"
        + (withRate ? $", rate = {Written.Of(Rate)}" : "");

    public static double[] Numbers(int n, Random random)
    {
        while (true)
        {
            double[] drawn = [.. Enumerable.Range(0, n).Select(_ => random.Next(-40, 41) / 10.0)];
            if (drawn.Max() - drawn.Min() >= 2) return drawn;
        }
    }

    private static double Away(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(11, 31) / 10.0;
}

/// <summary>Slope and intercept, or how the loss changes along either.</summary>
internal sealed record Pair(double? W, double? B)
{
    public static Pair? Read(object? returned) => Several.Numbers(returned, 2) is [var w, var b] ? new(w, b) : null;

    public bool IsNear(double w, double b, double tolerance) => Is(W, w, tolerance) && Is(B, b, tolerance);

    public override string ToString() => $"({Written.Of(W)}, {Written.Of(B)})";

    private static bool Is(double? one, double right, double tolerance) => one is { } value && Math.Abs(value - right) <= tolerance;
}
