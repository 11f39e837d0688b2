using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Tables with classes whose target is in their columns.</summary>
public static class PlantedLeaks
{
    private static readonly string[] Three = ["low", "mid", "high"];

    /// <summary>All kinds with classes.</summary>
    public static IReadOnlyList<LeakCase> All { get; } =
    [
        Found("a copy under other codes", t => Binary(t, 0.4, y => t.Add("leak", y.Select(one => one ? 7.0 : 2)))),
        Found("a code: yes where it is 3 or 7 of 9", t => Binary(t, ByCode(t, 9, code => code is 3 or 7))),
        Found("a code of 20 values", t => Binary(t, ByCode(t, 20, code => code * 7 % 20 < 8))),
        Found("a code, 12 % positive", t => Binary(t, ByCode(t, 8, code => code == 5))),
        Found("a threshold of a measured column", t => Binary(t, ByMeasured(t, x => x > 0.3))),
        Found("a range of a measured column", t => Binary(t, ByMeasured(t, x => x is > -0.4 and < 0.9))),
        Found("a difference of two columns", t => Binary(t, 0.4, y => Difference(t, y, 1, 6))),
        Found("a difference of two large numbers", t => Binary(t, 0.4, y => Difference(t, y, 1e5, 2))),
        Found("the same in 400 columns", t => Binary(t, 0.4, y => Difference(t, y, 1, 6), 398)),
        Found("a sum of flags", t => Binary(t, BySumOfFlags(t))),
        Found("one column above another", t => Binary(t, ByOrder(t))),
        Found("one of two codes, not both", t => Binary(t, ByEitherCode(t))),
        Found("three classes under other codes", t => Classes(t, t.Codes(3), k => t.Add("leak", k.Select(one => (one + 2.0) % 3)))),
        Found("three classes by a code of nine", t => ClassesByCode(t)),
        Found("three classes, steps of a measured column", t => ClassesByMeasured(t)),
        Found("one of three classes by a code", t => Classes(t, t.Codes(3), k => t.Add("leak", k.Select(one => one == 1 ? 4.0 : 9)))),
        Found("three numbered classes, a difference", NumberedDifference),
        Hint("a copy with 10 % flipped", t => Binary(t, 0.4, y => t.Add(
            "leak", y.Select(one => one ^ t.Random.NextDouble() < 0.1 ? 1.0 : 0)))),
        Hint("a code: 3 or 7 of 9, 10 % flipped", t =>
            Binary(t, [.. ByCode(t, 9, code => code is 3 or 7).Select(one => one ^ t.Random.NextDouble() < 0.1)])),
        Hint("filled in afterwards, in 95 % of the positive", t => Binary(t, 0.4, y => t.Add(
            "leak", y.Select(one => one && t.Random.NextDouble() < 0.95 ? 1.0 + t.Random.Next(3) : 0)))),
        Hint("a noisy measurement of the outcome", t => Binary(t, 0.4, y => t.Add(
            "leak", y.Select(one => Normal.Draw(t.Random, mean: one ? 2.5 : 0))))),
        Found("the share of positives of the row's town, one of 100", t => Binary(t, 0.4, y => TargetCoded(t, y, 100))),
        Found("that share without the row itself, 20 towns", t => Coded(t, y => PlantedFormulas.WithoutOwn(t, y, 20))),
        Found("the same, 100 towns that are a column too", t => Coded(t, y => PlantedFormulas.WithoutOwn(t, y, 100, isShown: true))),
        Found("that share, smoothed with weight 10, 20 towns", t => Coded(t, y => PlantedFormulas.Smoothed(t, y, 20))),
        Found("the same, 100 towns, four decimals", t => Coded(t, y => PlantedFormulas.Smoothed(t, y, 100, 4))),
        Found("that share, smoothed as scikit-learn does", t => Coded(t, y => PlantedFormulas.SmoothedByVariance(t, y, 20))),
    ];

    private static LeakCase Found(string name, Func<TableSketch, IReadOnlyList<string>> draw) => new(name, LeakageStatus.Found, draw);

    private static LeakCase Hint(string name, Func<TableSketch, IReadOnlyList<string>> draw) => new(name, LeakageStatus.Hint, draw);

    private static string[] Binary(TableSketch t, double share, Action<bool[]> leak, int honest = 6)
    {
        bool[] y = t.Flags(share);
        leak(y);
        return Binary(t, y, honest);
    }

    private static string[] Binary(TableSketch t, bool[] y, int honest = 6)
    {
        t.Honest(TableSketch.Ones(y), honest);
        return TableSketch.Words(y);
    }

    private static string[] Coded(TableSketch t, Action<double[]> leak) => Binary(t, 0.4, y => leak(TableSketch.Ones(y)));

    private static bool[] ByCode(TableSketch t, int codes, Func<int, bool> isPositive)
    {
        int[] code = t.Codes(codes);
        t.Add("leak", code.Select(one => one + 1.0));
        return [.. code.Select(one => isPositive(one + 1))];
    }

    private static bool[] ByMeasured(TableSketch t, Func<double, bool> isPositive) => [.. t.Add("leak", t.Normals()).Select(isPositive)];

    private static void Difference(TableSketch t, bool[] y, double deviation, int decimals)
    {
        double[] b = t.Add("b", t.Normals().Select(value => Math.Round(deviation * value, decimals)));
        t.Add("a", b.Select((value, row) => Math.Round(value + (y[row] ? 1 : 0), decimals)));
    }

    private static bool[] BySumOfFlags(TableSketch t)
    {
        int[] code = t.Codes(6);
        for (int flag = 0; flag < 5; flag++)
            t.Add($"flag{flag}", code.Select(one => one == flag ? 1.0 : 0));
        return [.. code.Select(one => one is 1 or 3)];
    }

    private static bool[] ByOrder(TableSketch t)
    {
        double[] promised = t.Add("promised", t.Normals().Select(value => 20 + 5 * value));
        double[] delivered = t.Add("delivered", promised.Select(value => value - 1 + 4 * Normal.Draw(t.Random)));
        return [.. promised.Zip(delivered, (one, other) => other > one)];
    }

    private static bool[] ByEitherCode(TableSketch t)
    {
        double[] a = t.Add("a", t.Codes(2).Select(one => (double)one)), b = t.Add("b", t.Codes(3).Select(one => (double)one));
        return [.. a.Zip(b, (one, other) => one == 1 ^ other == 2)];
    }

    private static string[] NumberedDifference(TableSketch t)
    {
        int[] k = t.Codes(3);
        double[] b = t.Add("b", t.Normals().Select(value => Math.Round(3 * value, 4)));
        t.Add("a", b.Select((value, row) => Math.Round(value + k[row], 4)));
        double[] y = Array.ConvertAll(k, one => (double)one);
        t.Honest(y);
        return TableSketch.Numbers(y);
    }

    private static void TargetCoded(TableSketch t, bool[] y, int towns)
    {
        int[] town = t.Codes(towns);
        double[] share = [.. Enumerable.Range(0, towns).Select(one =>
            y.Where((_, row) => town[row] == one).Select(positive => positive ? 1.0 : 0).DefaultIfEmpty(0).Average())];
        t.Add("leak", town.Select(one => share[one]));
    }

    private static string[] Classes(TableSketch t, int[] k, Action<int[]> leak)
    {
        leak(k);
        t.Honest(Array.ConvertAll(k, one => (double)one));
        return [.. k.Select(one => Three[one])];
    }

    private static string[] ClassesByCode(TableSketch t)
    {
        int[] code = t.Codes(9), classOf = [0, 2, 1, 1, 0, 2, 2, 1, 0];
        return Classes(t, [.. code.Select(one => classOf[one])],
            _ => t.Add("leak", code.Select(one => (double)one)));
    }

    private static string[] ClassesByMeasured(TableSketch t)
    {
        double[] x = t.Normals();
        return Classes(t, [.. x.Select(one => one < -0.4 ? 0 : one < 0.6 ? 1 : 2)], _ => t.Add("leak", x));
    }
}
