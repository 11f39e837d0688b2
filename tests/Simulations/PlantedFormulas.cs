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
        Found("the mean of all other rows of its town, 20 towns", t => Of(t, y => WithoutOwn(t, y, 20))),
        Found("the mean of its town, smoothed with weight 10", t => Of(t, y => Smoothed(t, y, 20))),
        Found("the same, smoothed as scikit-learn does", t => Of(t, y => SmoothedByVariance(t, y, 20))),
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

    /// <summary>The mean over the other rows of the town; that of all rows where there is no other.</summary>
    internal static void WithoutOwn(TableSketch t, double[] y, int towns, bool isShown = false)
    {
        int[] town = t.Codes(towns);
        (int[] rows, double[] sums) = Sums(town, y, towns);
        double mean = y.Average();
        if (isShown) t.Add("town", town.Select(one => (double)one));
        t.Add("leak", y.Select((one, row) => rows[town[row]] == 1 ? mean : (sums[town[row]] - one) / (rows[town[row]] - 1)));
    }

    /// <summary>The mean of the town, drawn towards that of all rows as ten more rows of that mean would.</summary>
    internal static void Smoothed(TableSketch t, double[] y, int towns, int decimals = 12) =>
        AddCode(t, y, towns, decimals, (_, _) => 10);

    /// <summary>The same, the weight being the variance in the town against that of all rows.</summary>
    internal static void SmoothedByVariance(TableSketch t, double[] y, int towns) =>
        AddCode(t, y, towns, 12, (ofTown, all) => Variance(ofTown) / Variance(all));

    private static void AddCode(TableSketch t, double[] y, int towns, int decimals, Func<double[], double[], double> weight)
    {
        int[] town = t.Codes(towns);
        (int[] rows, double[] sums) = Sums(town, y, towns);
        double mean = y.Average();
        double[] code = [.. Enumerable.Range(0, towns).Select(one =>
        {
            double[] ofTown = [.. y.Where((_, row) => town[row] == one)];
            double a = ofTown.Length == 0 ? 1 : weight(ofTown, y);
            return Math.Round((sums[one] + a * mean) / (rows[one] + a), decimals);
        })];
        t.Add("leak", town.Select(one => code[one]));
    }

    private static (int[] Rows, double[] Sums) Sums(int[] town, double[] y, int towns)
    {
        int[] rows = new int[towns];
        double[] sums = new double[towns];
        for (int row = 0; row < y.Length; row++)
        {
            rows[town[row]]++;
            sums[town[row]] += y[row];
        }

        return (rows, sums);
    }

    private static double Variance(double[] y)
    {
        double mean = y.Average();
        return y.Average(one => (one - mean) * (one - mean));
    }
}
