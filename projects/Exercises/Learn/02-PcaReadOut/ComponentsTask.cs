using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary><c>Components(rows)</c>: directions, judged by what makes them the right ones and not by their entries.</summary>
internal static class ComponentsTask
{
    private const double Tolerance = ReadOut.Tolerance;

    public static MethodTask<Measures, ReadOut> Task { get; } = new(
        "Components", "double[][] Components(double[][] rows)", method => Bound(method, Table.Rows),
        [
            new("there are four components of four numbers each", Measures.Drawn, (_, came, _) => IsSquare(came)),
            new("every component has length 1, and every two are at right angles", Measures.Drawn, (_, came, _) => AreOrthonormal(came)),
            new("moving all flowers by the same amounts changes no component", Measures.Drawn, (at, came, again) =>
                came.Value is { } value && again(at.Moved()).Value is { } moved && ReadOut.SameRows(value, moved)),
            new("where the flowers lie along the axes, the first component is the longest one", LongCross,
                (at, came, _) => IsSquare(came) && Math.Abs(came.Value!.Numbers[0][Widest(at)]) > 1 - Tolerance),
            new("exchanging two measures exchanges their two entries in every component", Measures.Drawn, IsExchanged),
            new("the variance along the components goes down", Measures.Drawn, (at, came, _) =>
                IsSquare(came) && Spread(at, came) is var along
                && along.Zip(along.Skip(1)).All(pair => pair.First >= pair.Second - Tolerance * along.Sum())),
            new("no direction that is tried has a larger variance than the first component", Measures.Drawn, IsWidest),
            new("the scores along two components are uncorrelated; where two variances are equal, their plane may be turned",
                random => random.Next(3) == 0 ? Measures.Cross(random, 1) : Measures.Drawn(random), AreUncorrelated),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            .. FittedSlips.Slips,
            new("in-columns", "when the components stand in the columns: one a row is asked for", "return"),
            new("loadings", "when every component is multiplied by its deviation, the root of its eigenvalue", "Sqrt"),
            new("times-variance", "when every component is multiplied by its eigenvalue", "*"),
            new("sums-to-one", "when every component is divided by the sum of its entries, and not by its length", "Sum"),
            new("largest-is-one", "when every component is divided by its largest entry, and not by its length", "Max"),
            new("last-left-out", "when the last is not returned: all four are asked for", "Take|3"),
            new("largest-alone", "when only the first is returned: all four are asked for", "[0]|First"),
            new("absolute", "when the signs of entries are lost", "Abs"),
            new("two-alone", "when only the first two are returned: all four are asked for", "Take"),
            new("scores", "from the scores, and not the components", "return"),
        ],
        Slipped = (at, slips) => new(Slipped(FittedSlips.Of(at.Rows, slips), slips), !at.IsClear),
        Same = ReadOut.SameRows,
        Written = value => value is null ? "null" : Written.Of(value.Numbers),
        Remark = (text, _, _) => CallsEigen(text)
            ? "You go by the covariance, which squares the rows: a component whose deviation is below 1e-8 of the largest drowns in "
                + "rounding. A singular value decomposition of the centred rows keeps it."
            : null,
    };

    // The stub holds the solver itself, `… Vectors) Eigen(`: only a call counts.
    private static bool CallsEigen(string text) => text.Split("Eigen(").Length > text.Split(") Eigen(").Length;

    /// <summary>A method of rows that returns rows; null where one is.</summary>
    public static Func<Measures, ReadOut>? Bound(MethodInfo method, Func<object?, double[][]?> read) =>
        Binding.Of<Measures, double[][]?>(method, [typeof(double[][])], at => [at.Copied()], read) is { } bound
            ? at => bound(at) is { } numbers ? new(numbers, !at.IsClear) : null! : null;

    private static Measures LongCross(Random random) => Measures.Cross(random, random.Next(2, 5));

    private static bool IsSquare(Outcome<ReadOut> came) => came.Value?.Has(Measures.Columns, Measures.Columns) == true;

    private static bool AreOrthonormal(Outcome<ReadOut> came) => IsSquare(came) && came.Value!.Numbers is var v
        && v.Index().All(one => v.Index().All(other =>
            Math.Abs(Linear.Dot(one.Item, other.Item) - (one.Index == other.Index ? 1 : 0)) <= Tolerance));

    private static bool IsExchanged(Measures at, Outcome<ReadOut> came, Func<Measures, Outcome<ReadOut>> again) =>
        IsSquare(came) && again(at.Exchanged()) is var other && IsSquare(other) && ReadOut.SameRows(
            came.Value!, other.Value! with { Numbers = [.. other.Value.Numbers.Select(v => (double[])[v[1], v[0], .. v[2..]])] });

    private static int Widest(Measures at) =>
        Enumerable.Range(0, Measures.Columns).MaxBy(j => Linear.Covariance(at.Column(j), at.Column(j)));

    private static double[] Spread(Measures at, Outcome<ReadOut> came) =>
        [.. Linear.Turned(Linear.Along(at.Rows, came.Value!.Numbers)).Select(scores => Linear.Covariance(scores, scores))];

    // Against each axis, and against what C makes of the component itself: C v points where the variance still grows.
    private static bool IsWidest(Measures at, Outcome<ReadOut> came, Func<Measures, Outcome<ReadOut>> again)
    {
        if (!IsSquare(came)) return false;
        double[][] C = Linear.Covariance(at.Rows);
        double[] v = came.Value!.Numbers[0];
        double own = Along(v);
        for (int step = 0; step < 100; step++)
        {
            v = [.. C.Select(row => Linear.Dot(row, v))];
            double length = Math.Sqrt(Linear.Dot(v, v));
            v = [.. v.Select(one => one / length)];
            if (Along(v) > own * (1 + Tolerance)) return false;
        }

        return Enumerable.Range(0, Measures.Columns).All(j => C[j][j] <= own * (1 + Tolerance));

        double Along(double[] direction) => Linear.Dot(direction, [.. C.Select(row => Linear.Dot(row, direction))]);
    }

    private static bool AreUncorrelated(Measures at, Outcome<ReadOut> came, Func<Measures, Outcome<ReadOut>> again)
    {
        if (!IsSquare(came) || !AreOrthonormal(came)) return false;
        return Linear.IsDiagonal(Linear.Covariance(Linear.Along(at.Rows, came.Value!.Numbers)), Tolerance);
    }

    private static double[][] Slipped(FittedSlips fitted, IReadOnlySet<string> slips)
    {
        double[][] v = fitted.Components;
        if (slips.Contains("scores")) return Linear.Along(fitted.Centred, v);
        if (slips.Contains("loadings")) v = Times(v, fitted.Variances.Select(one => Math.Sqrt(Math.Max(0, one))));
        if (slips.Contains("times-variance")) v = Times(v, fitted.Variances);
        if (slips.Contains("sums-to-one")) v = Times(v, v.Select(one => 1 / one.Sum()));
        if (slips.Contains("largest-is-one")) v = Times(v, v.Select(one => 1 / one.Max(Math.Abs)));
        if (slips.Contains("last-left-out")) v = v[..^1];
        if (slips.Contains("largest-alone")) v = v[..1];
        if (slips.Contains("absolute")) v = [.. v.Select(one => one.Select(Math.Abs).ToArray())];
        if (slips.Contains("two-alone")) v = v[..2];
        return slips.Contains("in-columns") ? Linear.Turned(v) : v;
    }

    private static double[][] Times(double[][] v, IEnumerable<double> sizes) =>
        [.. v.Zip(sizes, (one, size) => one.Select(entry => entry * size).ToArray())];
}
