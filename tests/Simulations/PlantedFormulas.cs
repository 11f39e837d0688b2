using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Tables with a measured target that is in their columns.</summary>
public static class PlantedFormulas
{
    /// <summary>All kinds with a measured target.</summary>
    public static IReadOnlyList<LeakCase> All { get; } =
    [
        Found("another unit: 2.5 x + 3", t => Of(t, y => t.Add("leak", y.Select(one => (one - 3) / 2.5)))),
        Found("another unit, rounded to three decimals", t => Rounded(
            t, 3, y => t.Add("leak", y.Select(one => Math.Round(0.45 * one + 1, 3))))),
        Found("a − b, as given", t => Of(t, y => Difference(t, y, 9))),
        Found("a − b, each rounded to two decimals", t => Rounded(t, 2, y => Difference(t, y, 2))),
        Found("a weighted sum of four columns among forty", t => OfFour(t)),
        Found("a product", t => OfPositive(t, (a, b) => a * b)),
        Found("a quotient, rounded to three decimals", t => OfPositive(t, (a, b) => Math.Round(100 * a / b, 3))),
        Found("a logarithm", t => Of(t, y => t.Add("leak", y.Select(Math.Exp)))),
        Found("the rank", t => Of(t, y => t.Add("leak", Ranks(y)))),
        Found("the tenth it lies in", t => Of(t, y => t.Add("leak", Ranks(y).Select(rank => Math.Floor(10 * rank / t.Rows))))),
        Found("whole numbers under other codes", t => Rounded(t, 0, y => t.Add("leak", y.Select(one => (one + 100) * 37 % 101)), 8)),
        Hint("a noisy measurement of the number", t => Of(t, y => t.Add("leak", y.Select(one => one + 0.3 * Normal.Draw(t.Random))))),
    ];

    private static LeakCase Found(string name, Func<TableSketch, IReadOnlyList<string>> draw) => new(name, LeakageStatus.Found, draw);

    private static LeakCase Hint(string name, Func<TableSketch, IReadOnlyList<string>> draw) => new(name, LeakageStatus.Hint, draw);

    private static string[] Of(TableSketch t, Action<double[]> leak) => Rounded(t, 9, leak);

    private static string[] Rounded(TableSketch t, int decimals, Action<double[]> leak, double deviation = 1)
    {
        double[] honest = t.Normals();
        t.Honest(honest);
        double[] y = [.. honest.Select(one => Math.Round(deviation * (one + Normal.Draw(t.Random)) / 1.4, decimals))];
        leak(y);
        return TableSketch.Numbers(y);
    }

    private static void Difference(TableSketch t, double[] y, int decimals)
    {
        double[] b = t.Add("b", t.Normals().Select(one => Math.Round(4 * one, decimals)));
        t.Add("a", b.Select((one, row) => Math.Round(one + y[row], decimals)));
    }

    private static string[] OfFour(TableSketch t)
    {
        double[][] x = [.. Enumerable.Range(0, 40).Select(column => t.Add($"x{column}", t.Normals()))];
        return TableSketch.Numbers(t.Each(row => 2 * x[3][row] - x[11][row] + 0.5 * x[20][row] + x[30][row] + 4));
    }

    private static string[] OfPositive(TableSketch t, Func<double, double, double> value)
    {
        double[] a = t.Add("price", t.Normals().Select(one => 5 * Math.Exp(0.4 * one))),
            b = t.Add("amount", t.Codes(20).Select(one => one + 1.0));
        double[] y = t.Each(row => value(a[row], b[row]));
        t.Honest(Array.ConvertAll(y, one => Math.Log(one)));
        return TableSketch.Numbers(y);
    }

    private static double[] Ranks(double[] y)
    {
        double[] sorted = [.. y.Order()];
        return Array.ConvertAll(y, one => (double)Array.BinarySearch(sorted, one));
    }
}
