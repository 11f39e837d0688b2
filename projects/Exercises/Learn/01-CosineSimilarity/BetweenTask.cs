using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise01;

/// <summary>Two vectors of one length.</summary>
/// <param name="X">x [d].</param>
/// <param name="Y">y [d].</param>
internal sealed record TwoVectors(double[] X, double[] Y)
{
    public static TwoVectors Drawn(Random random) => Of(random.Next(1, 7), random);

    public static TwoVectors Of(int d, Random random) => new(Vector(d, random), Vector(d, random));

    public IEnumerable<TwoVectors> Simpler() =>
    [
        .. Simplify.Without(X.Length, least: 1).Select(kept => new TwoVectors([.. kept.Select(i => X[i])], [.. kept.Select(i => Y[i])])),
        .. Simplify.Rounder(X).Select(x => this with { X = x }),
        .. Simplify.Rounder(Y).Select(y => this with { Y = y }),
    ];

    public override string ToString() => $"x = {Written.Of(X)}, y = {Written.Of(Y)}";

    // One digit behind the point, and no zeros: easy to copy, and nowhere undefined.
    public static double[] Vector(int d, Random random) =>
        [.. Enumerable.Range(0, d).Select(_ => (random.Next(2) == 0 ? -1 : 1) * (1 + random.Next(60)) / 10.0)];
}

/// <summary><c>Between(x, y)</c>: what must hold of a cosine.</summary>
internal static class BetweenTask
{
    // d products in float32, should somebody work in it: what is right there is right.
    private const double Tolerance = 20 * 6e-8;

    public static MethodTask<TwoVectors, double?> Ordinary { get; } = Task(
    [
        new("a vector and itself have a cosine of 1", random => Twice(TwoVectors.Drawn(random).X), (_, came, _) => Is(came, 1)),
        new("a vector and its opposite have a cosine of −1",
            random => Opposite(TwoVectors.Drawn(random).X), (_, came, _) => Is(came, -1)),
        new("two vectors at a right angle have a cosine of 0", RightAngle, (_, came, _) => Is(came, 0)),
        new("making one vector 3 times as long changes nothing", TwoVectors.Drawn,
            (at, came, again) => came.Value is { } value && Is(again(at with { X = [.. at.X.Select(x => 3 * x)] }), value)),
        new("the order of the two vectors does not matter", TwoVectors.Drawn,
            (at, came, again) => came.Value is { } value && Is(again(new(at.Y, at.X)), value)),
        new("it is Σ xy over both norms, worked out with 28 digits", TwoVectors.Drawn,
            (at, came, _) => Is(came, WithManyDigits(at.X, at.Y))),
    ]);

    public static MethodTask<TwoVectors, double?> Extreme { get; } = Task(ExtremeProperties()) with { Probes = [TwoVectors.Drawn] };

    private static Property<TwoVectors, double?>[] ExtremeProperties() =>
    [
        new("a vector of zeros has no cosine: null, NaN or an exception says so",
            random => TwoVectors.Drawn(random) is var drawn && random.Next(2) == 0 ? drawn with { X = new double[drawn.X.Length] }
                : drawn with { Y = new double[drawn.X.Length] },
            (_, came, _) => came.Thrown is not null || came.Value is null),
        new("entries of 1e200 change nothing, although their squares are infinite",
            random => Times(TwoVectors.Drawn(random), 1e200, random),
            (at, came, _) => Is(came, WithManyDigits(Divided(at.X, 1e200), Divided(at.Y, 1e200)))),
        new("entries of 1e−200 change nothing, although their squares are 0",
            random => Times(TwoVectors.Drawn(random), 1e-200, random),
            (at, came, _) => Is(came, WithManyDigits(Divided(at.X, 1e-200), Divided(at.Y, 1e-200)))),
    ];

    private static MethodTask<TwoVectors, double?> Task(IReadOnlyList<Property<TwoVectors, double?>> properties) => new(
        "Between", "double? Between(double[] x, double[] y)",
        method => Binding.Of<TwoVectors, double?>(
            method, [typeof(double[]), typeof(double[])], at => [at.X.Clone(), at.Y.Clone()], Binding.Number),
        properties, at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("dot-alone", "from the sum of products alone, without dividing by the norms"),
            new("one-norm", "when only one of the two norms divides", "Sqrt|/"),
            new("norms-not-rooted", "when the sums of squares divide, without their roots", "/"),
            new("one-root", "when one root is taken of two sums of squares, and not the other", "Sqrt"),
            new("brackets", "without brackets around the two norms: the second one multiplies", "/"),
            new("sizes-for-norms", "when the length of a vector is taken for the sum of its sizes: squares belong under the root", "Abs"),
            new("norms-added", "when the two norms are added, and not multiplied", "+"),
            new("squared", "when the cosine is squared", "*"),
            new("distance", "from a distance: it grows where a cosine falls", "Sqrt|-"),
            new("distance-turned", "from a distance turned into a likeness, 1/(1 + distance)", "1 /|1.0 /"),
            new("mean-taken", "from a correlation: the mean was taken off first", "Average"),
            new("absolute", "when the sign is lost", "Abs"),
            new("angle", "from the angle itself, and not its cosine", "Acos"),
            new("zero-for-undefined", "when a cosine that is not defined is called 0", "== 0|: 0|? 0|return 0"),
            new("overflow", "when large entries are squared as they are: their squares are infinite, and those of small ones 0", "*|Pow"),
            new("overflow-unguarded", "when entries are squared as they are, and nothing asks whether a norm is 0", "*|Pow"),
            new("last-left-out", "when the last entry is left out", "Length"),
            new("first-left-out", "when the first entry is left out", "= 1"),
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.Value.Equals(other!.Value) // both infinite, say
            || Math.Abs(one.Value - other.Value) <= Tolerance * Math.Max(1, Math.Abs(one.Value)),
        Written = Written.Of,
        Remark = Remark,
    };

    private static bool Is(Outcome<double?> came, double right) => came.Value is { } value && Math.Abs(value - right) <= Tolerance;

    private static double? Slipped(TwoVectors at, IReadOnlySet<string> slips)
    {
        int from = slips.Contains("first-left-out") ? 1 : 0, to = at.X.Length - (slips.Contains("last-left-out") ? 1 : 0);
        double[] x = at.X[from..Math.Max(from, to)], y = at.Y[from..Math.Max(from, to)];
        if (slips.Contains("mean-taken") && x.Length > 0)
            (x, y) = ([.. x.Select(one => one - x.Average())], [.. y.Select(one => one - y.Average())]);
        if (slips.Contains("distance") || slips.Contains("distance-turned"))
        {
            double distance = Math.Sqrt(x.Zip(y, (a, b) => (a - b) * (a - b)).Sum());
            return slips.Contains("distance") ? distance : 1 / (1 + distance);
        }

        double unitX = 1, unitY = 1;
        bool bare = slips.Overlaps(["dot-alone", "one-norm", "norms-not-rooted", "one-root", "brackets", "norms-added"]);
        bool unguarded = slips.Contains("overflow-unguarded");
        if (!slips.Contains("overflow") && !unguarded && !bare) (unitX, unitY) = (Largest(x), Largest(y));
        double dot = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            (double a, double b) = (x[i] / unitX, y[i] / unitY);
            (dot, xx, yy) = (dot + a * b, xx + a * a, yy + b * b);
        }

        if (!(xx > 0 && yy > 0) && !unguarded) return slips.Contains("zero-for-undefined") ? 0 : null;
        double value = slips.Contains("dot-alone") ? dot
            : slips.Contains("sizes-for-norms") ? dot / (x.Sum(one => Math.Abs(one / unitX)) * y.Sum(one => Math.Abs(one / unitY)))
            : slips.Contains("brackets") ? dot / Math.Sqrt(xx) * Math.Sqrt(yy)
            : slips.Contains("norms-added") ? dot / (Math.Sqrt(xx) + Math.Sqrt(yy))
            : slips.Contains("one-norm") ? dot / Math.Sqrt(xx)
            : slips.Contains("norms-not-rooted") ? dot / (xx * yy)
            : slips.Contains("one-root") ? dot / (Math.Sqrt(xx) * yy)
            : dot / (Math.Sqrt(xx) * Math.Sqrt(yy));
        if (slips.Contains("absolute")) value = Math.Abs(value);
        if (slips.Contains("squared")) value *= value;
        if (slips.Contains("angle")) value = Math.Acos(Math.Clamp(value, -1, 1));
        return double.IsNaN(value) ? null : value;
    }

    private static double Largest(double[] x) => x.Select(Math.Abs).DefaultIfEmpty(0).Max() is > 0 and var largest ? largest : 1;

    private static double WithManyDigits(double[] x, double[] y)
    {
        return (double)Dot(x, y) / (Math.Sqrt((double)Dot(x, x)) * Math.Sqrt((double)Dot(y, y)));

        static decimal Dot(double[] x, double[] y) => x.Zip(y, (a, b) => (decimal)a * (decimal)b).Sum();
    }

    private static TwoVectors Twice(double[] x) => new(x, [.. x]);

    private static TwoVectors Opposite(double[] x) => new(x, [.. x.Select(one => -one)]);

    // (a, b) and (−b, a), twice: of any even length.
    private static TwoVectors RightAngle(Random random)
    {
        double[] x = TwoVectors.Vector(2 * random.Next(1, 3), random);
        return new(x, [.. x.Select((_, i) => i % 2 == 0 ? -x[i + 1] : x[i - 1])]);
    }

    private static TwoVectors Times(TwoVectors drawn, double size, Random random) => random.Next(3) switch
    {
        0 => new([.. drawn.X.Select(x => x * size)], [.. drawn.Y.Select(y => y * size)]),
        1 => drawn with { X = [.. drawn.X.Select(x => x * size)] },
        _ => drawn with { Y = [.. drawn.Y.Select(y => y * size)] },
    };

    private static double[] Divided(double[] x, double size) =>
        x.All(one => Math.Abs(Math.Log10(Math.Abs(one)) - Math.Log10(size)) < 50) ? [.. x.Select(one => one / size)] : x;

    private static string? Remark(string text, Func<TwoVectors, double?> method, Random random)
    {
        TwoVectors at = TwoVectors.Of(1000, random);
        method(at);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) method(at);
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 10 - 2 * (1000 * sizeof(double)); // less the copies we hand over
        return bytes > 2000
            ? $"Your Between asks for {bytes:N0} bytes of memory for two vectors of 1,000 numbers; one loop with three sums needs none."
            : "Your Between makes no lists on its way: it costs one pass over both vectors.";
    }
}
