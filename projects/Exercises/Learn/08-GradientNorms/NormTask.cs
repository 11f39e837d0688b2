using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary><c>Norm(gradients)</c>: the length of all gradients together.</summary>
internal static class NormTask
{
    /// <summary>What people take for the length.</summary>
    public static IReadOnlyList<Slip> Slips { get; } =
    [
        new("sum-of-norms", "when the lengths of the groups are added: all entries belong under one root", "Sum|+="),
        new("mean-of-norms", "from the mean of the groups' lengths", "Average"),
        new("largest-group", "from the longest group alone", "Max"),
        new("largest-entry", "from the largest entry, and not the length", "Max"),
        new("mean-of-sizes", "from the mean size of an entry", "Average"),
        new("root-mean-square", "from the root of the mean square: a length does not divide by the number of entries", "Average|/"),
        new("not-rooted", "when the root is not taken", "Sum|+="),
        new("sum-of-sizes", "when sizes are added in place of squares", "Abs"),
        new("sum", "when entries are added with their signs", "Sum|+="),
        new("size-of-sum", "when entries are added first, and the square and the root cancel", "Sqrt"),
        new("last-entries-left-out", "when the last entry of each group is left out", "Length"),
        new("biases-left-out", "when the biases are left out", "+= 2|%|Length > 1"),
        new("last-group-left-out", "when the last group is left out", "Length"),
        new("first-group-alone", "from the first group alone", "[0]"),
        new("last-group-alone", "from the last group alone", "="),
    ];

    public static MethodTask<double[][], double?> Task { get; } = new(
        "Norm", "double Norm(double[][] gradients)",
        method => Binding.Of<double[][], double?>(
            method, [typeof(double[][])], at => [at.Select(group => (double[])group.Clone()).ToArray()], Binding.Number),
        [
            new("gradients of 0 have a length of 0", random => [.. Drawn(random).Select(group => new double[group.Length])],
                (_, came, _) => came.Value == 0),
            new("signs do not matter", Drawn,
                (at, came, again) => came.Value is { } norm && Near(again(Times(at, -1)).Value, norm)),
            new("gradients three times as long have three times the length", Drawn,
                (at, came, again) => came.Value is { } norm && Near(again(Times(at, 3)).Value, 3 * norm)),
            new("where the numbers are split among the groups otherwise, the length is the same", Drawn,
                (at, came, again) => came.Value is { } norm && Near(again([[.. at.SelectMany(one => one)]]).Value, norm)),
            new("its square is the sum of all squares", Drawn,
                (at, came, _) => came.Value is { } norm && Near(norm * norm, at.Sum(group => group.Sum(one => one * one)))),
        ],
        Shown)
    {
        Simpler = Simpler,
        Slips = Slips,
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Near(one, other!.Value),
        Written = Written.Of,
        Remark = (_, method, _) => method([[3e200, 4e200]]) is not { } norm || double.IsInfinity(norm)
            ? "Your Norm has no number for entries of 1e200: their squares are too large for a double. A gradient that explodes gets there."
            : "Your Norm holds even where squares would be infinite: that is where a log of norms is wanted most.",
    };

    /// <summary>√ Σ g², over all groups; other things with slips in it.</summary>
    public static double Slipped(IReadOnlyList<double[]> at, IReadOnlySet<string> slips)
    {
        IReadOnlyList<double[]> groups = slips.Contains("biases-left-out") ? [.. at.Where((_, k) => k % 2 == 0)]
            : slips.Contains("last-group-left-out") ? [.. at.SkipLast(1)]
            : slips.Contains("first-group-alone") ? [at[0]]
            : slips.Contains("last-group-alone") ? [at[^1]] : at;
        if (slips.Contains("last-entries-left-out")) groups = [.. groups.Select(group => group[..^1])];
        double[] all = [.. groups.SelectMany(group => group)];
        if (slips.Contains("sum-of-norms")) return groups.Sum(Length);
        if (slips.Contains("mean-of-norms")) return groups.Average(Length);
        if (slips.Contains("largest-group")) return groups.Max(Length);
        if (slips.Contains("size-of-sum")) return Math.Abs(all.Sum());
        if (slips.Contains("largest-entry")) return all.Max(Math.Abs);
        if (slips.Contains("mean-of-sizes")) return all.Average(Math.Abs);
        if (slips.Contains("sum-of-sizes")) return all.Sum(Math.Abs);
        if (slips.Contains("sum")) return all.Sum();
        if (slips.Contains("not-rooted")) return all.Sum(one => one * one);
        return slips.Contains("root-mean-square") ? Math.Sqrt(all.Average(one => one * one)) : Length(all);
    }

    public static string Shown(double[][] at) => $"gradients = [{string.Join(", ", at.Select(group => Written.Of(group)))}]";

    /// <summary>Of a net with one hidden layer: weights, biases, weights, bias.</summary>
    public static double[][] Drawn(Random random)
    {
        int units = random.Next(1, 4);
        return [Numbers(2 * units, random), Numbers(units, random), Numbers(units, random), Numbers(1, random)];
    }

    public static IEnumerable<double[][]> Simpler(double[][] at) =>
        from k in Enumerable.Range(0, at.Length)
        from simpler in Simplify.Without(at[k].Length, least: 1).Select(kept => kept.Select(i => at[k][i]).ToArray())
            .Concat(Simplify.Rounder(at[k]))
        select at.Select((one, j) => j == k ? simpler : one).ToArray();

    public static double[][] Times(double[][] at, double factor) => [.. at.Select(group => group.Select(one => factor * one).ToArray())];

    // Squares of the largest would be infinite above 1e154, and those of the smallest 0: by the largest entry first.
    private static double Length(double[] all)
    {
        double unit = all.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return unit is 0 || !double.IsFinite(unit) ? unit : unit * Math.Sqrt(all.Sum(one => one / unit * (one / unit)));
    }

    private static bool Near(double? one, double right) =>
        one is { } value && Math.Abs(value - right) <= LogSeen.Rounding * (1e-30 + Math.Abs(right));

    private static double[] Numbers(int n, Random random) =>
        [.. Enumerable.Range(0, n).Select(_ => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 40) / 10.0)];
}
