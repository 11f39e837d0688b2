using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>
/// <c>Noise(losses)</c>: the rates whose losses cannot be told from those of the best.
/// <code>
/// dⱼ = lossⱼ − bestⱼ, both with seed j        t = d̄ / (s / √J)        noise where |t| ≤ 2.36: J = 8 seeds, two sides, 5 %
/// </code>
/// </summary>
internal static class NoiseTask
{
    private const double Critical = 2.36;
    private const int Seeds = 8;

    public static MethodTask<double[][], IReadOnlyList<int>?> Task { get; } = new(
        "Noise", "int[] Noise(double[][] losses)",
        method => Binding.Of<double[][], IReadOnlyList<int>?>(
            method, [typeof(double[][])], at => [at.Select(row => (double[])row.Clone()).ToArray()], Sorted),
        [
            new("the best rate, by the mean over seeds, is not noise against itself", Drawn,
                (at, came, _) => came.Value is { } noise && !noise.Contains(Best(at))),
            new("every number is that of a rate, and comes once", Drawn,
                (at, came, _) => came.Value is { } noise && noise.Distinct().Count() == noise.Count
                    && noise.All(k => k >= 0 && k < at.Length)),
            new("a rate that is far worse with every seed is no noise", FarOff, (at, came, _) => came.Value is { Count: 0 }),
            new("luck that all rates share (an easy seed, a hard one) changes nothing", Drawn, (at, came, again) =>
                came.Value is { } noise && again(Shared(at)).Value is { } shared && shared.SequenceEqual(noise)),
            new("it holds those rates, and only those, whose differences from the best have |t| ≤ 2.36", Drawn,
                (at, came, _) => came.Value is { } noise && noise.SequenceEqual(Slipped(at, new HashSet<string>()))),
        ],
        at => $"losses = {Written.Of(at)}")
    {
        Simpler = at => at.Length <= 2 ? [] : Simplify.Without(at.Length, least: 2).Where(kept => kept.Contains(Best(at)))
            .Select(kept => kept.Select(k => at[k]).ToArray()),
        Slips =
        [
            new("unpaired", "when the variances of both rates are added: what a seed does to both does not cancel then", "+"),
            new("root-left-out", "when s stands for s/√J: the spread of one seed, and not of the mean", "Sqrt"),
            new("over-the-count", "when s is divided by J, and not by its root", "/"),
            new("one-seed", "from the first seed alone", "[0]"),
            new("best-by-least", "when the best is the rate with the lowest single loss", "Min"),
            new("best-by-first", "when the best is that of the first seed", "[0]"),
            new("best-is-first", "when all are compared with the first rate", "[0]"),
            new("places-without-best", "when the best is taken out first, and those behind it have moved up by one place", "Where|Remove"),
            new("all-noise", "when every other rate counts as noise: a t below 0 is below 2.36, however large its size is", "Abs|<="),
            new("best-included", "when the best rate is among the noise", "!="),
            new("real-for-noise", "from the rates that can be told apart: the others are asked for", ">|<"),
            new("variance-for-deviation", "when the root of the variance is not taken", "Sqrt"),
            new("median", "with medians in place of means", "Order|Sort"),
            new("overlapping-ranges", "when rates count as noise where the ranges of their losses overlap", "Max|Min"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => one!.SequenceEqual(other!),
        Written = Written.Of,
    };

    private static IReadOnlyList<int>? Sorted(object? returned) => Binding.Numbers(returned)?.Order().ToArray();

    // Seeds are easy or hard for all rates alike. No t near the border, where n or n − 1 would decide.
    private static double[][] Drawn(Random random)
    {
        while (true)
        {
            int count = random.Next(3, 5);
            double[] luck = [.. Enumerable.Range(0, Seeds).Select(_ => 0.3 * random.NextDouble())];
            double[][] losses = [.. Enumerable.Range(0, count).Select(_ =>
            {
                double above = random.Next(2) == 0 ? 0.01 * random.NextDouble() : 0.1 * random.NextDouble();
                return luck.Select(one => Math.Round(0.5 + one + above + 0.05 * random.NextDouble(), 3)).ToArray();
            })];
            double[] sizes = [.. Enumerable.Range(0, count).Where(k => k != Best(losses)).Select(k =>
                Math.Abs(T(losses[k], losses[Best(losses)])))];
            bool isClear = sizes.All(t => t is < 1.9 or > 3);
            // Thousandths add up to thousandths: sums that are equal are so after rounding, whatever the last bit of a mean says.
            if (isClear && losses.Select(row => Math.Round(row.Sum(), 3)).Distinct().Count() == count) return losses;
        }
    }

    private static double[][] FarOff(Random random)
    {
        double[] best = [.. Enumerable.Range(0, Seeds).Select(_ => Math.Round(0.3 + 0.1 * random.NextDouble(), 3))];
        return [best, [.. best.Select(one => Math.Round(one + 1 + 0.1 * random.NextDouble(), 3))]];
    }

    private static double[][] Shared(double[][] at) => [.. at.Select(row => row.Select((one, j) => one + 0.25 * (j % 3)).ToArray())];

    private static int Best(double[][] at) => Enumerable.Range(0, at.Length).MinBy(k => at[k].Average());

    private static double T(double[] one, double[] other) =>
        Mean(Differences(one, other)) / (S(Differences(one, other)) / Math.Sqrt(one.Length));

    private static double[] Differences(double[] one, double[] other) => [.. one.Zip(other, (a, b) => a - b)];

    private static double Mean(double[] d) => d.Average();

    private static double S(double[] d) => Math.Sqrt(d.Sum(one => (one - d.Average()) * (one - d.Average())) / (d.Length - 1));

    private static int[] Slipped(double[][] at, IReadOnlySet<string> slips)
    {
        int best = slips.Contains("best-by-least") ? Enumerable.Range(0, at.Length).MinBy(k => at[k].Min())
            : slips.Contains("best-by-first") ? Enumerable.Range(0, at.Length).MinBy(k => at[k][0])
            : slips.Contains("best-is-first") ? 0
            : slips.Contains("median") ? Enumerable.Range(0, at.Length).MinBy(k => at[k].Order().ElementAt(Seeds / 2)) : Best(at);
        int[] noise = [.. Enumerable.Range(0, at.Length).Where(k =>
            k == best ? slips.Contains("best-included") : IsNoise(at[k], at[best], slips) != slips.Contains("real-for-noise"))];
        return slips.Contains("places-without-best") ? [.. noise.Select(k => k > best ? k - 1 : k)] : noise;
    }

    private static bool IsNoise(double[] one, double[] best, IReadOnlySet<string> slips)
    {
        double[] d = Differences(one, best);
        if (slips.Contains("all-noise")) return true;
        if (slips.Contains("one-seed")) return Math.Abs(d[0]) <= Critical * S(d);
        if (slips.Contains("overlapping-ranges")) return one.Min() <= best.Max() && best.Min() <= one.Max();
        double s = slips.Contains("unpaired") ? Math.Sqrt(S(one) * S(one) + S(best) * S(best)) : S(d);
        if (slips.Contains("variance-for-deviation")) s *= s;
        double of = slips.Contains("root-left-out") ? s : slips.Contains("over-the-count") ? s / d.Length : s / Math.Sqrt(d.Length);
        return Math.Abs(Mean(d)) <= Critical * of;
    }
}
