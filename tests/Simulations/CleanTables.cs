using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Tables in which nothing leaks, of the kinds that make checks find what is not there.</summary>
public static class CleanTables
{
    /// <summary>All kinds that are drawn.</summary>
    public static IReadOnlyList<LeakCase> All { get; } =
    [
        Clean("two classes", t => Binary(t, 0.5)),
        Clean("nothing to learn", t => Labelled(t.Flags(0.5), y => t.Honest(new double[t.Rows]))),
        Clean("rare positives, 8 %", t => Binary(t, 0.08)),
        Clean("a hundred columns", t => Binary(t, 0.4, 100)),
        Clean("small counts and grades", t => Labelled(t.Flags(0.4), y => Grades(t, y, 8))),
        Clean("a hundred flags", t => Labelled(t.Flags(0.4), y => Flags(t, y, 100, 0.1))),
        Clean("correlated columns", t => Labelled(t.Flags(0.4), y => Correlated(t, y))),
        Clean("heavy tails", t => Labelled(t.Flags(0.4), y => Tails(t, y))),
        Clean("one strong column, 3 deviations", t => Labelled(t.Flags(0.4), y => Strong(t, y, 1, 3))),
        Clean("one very strong column, 5 deviations", t => Labelled(t.Flags(0.4), y => Strong(t, y, 1, 5))),
        Clean("a steep column: σ(12 x)", Steep),
        Clean("five strong columns, 2 deviations each", t => Labelled(t.Flags(0.4), y => Strong(t, y, 5, 2))),
        Clean("a column that separates with a gap", t => Labelled(t.Flags(0.4), y => Strong(t, y, 1, 12))),
        Clean("a strong flag, right in 96 %", t => Labelled(t.Flags(0.4), y => Flags(t, y, 1, 0.46))),
        Clean("three classes", t => ThreeClasses(t, 0.8)),
        Clean("three classes, well apart", t => ThreeClasses(t, 4)),
        Clean("numbers", t => Measured(t, 1, 9)),
        Clean("numbers, well predicted: R² 0.99", t => Measured(t, 0.1, 9)),
        Clean("numbers, very well predicted: R² 0.9999", t => Measured(t, 0.01, 4)),
        Clean("whole numbers", t => Measured(t, 0.5, 0)),
        Clean("numbers, forty columns", t => Measured(t, 1, 3, 40)),
    ];

    private static LeakCase Clean(string name, Func<TableSketch, IReadOnlyList<string>> draw) => new(name, LeakageStatus.Passed, draw);

    private static string[] Labelled(bool[] y, Action<double[]> columns)
    {
        y[0] = true;
        y[1] = false;
        columns(TableSketch.Ones(y));
        return TableSketch.Words(y);
    }

    private static string[] Binary(TableSketch t, double share, int columns = 6) =>
        Labelled(t.Flags(share), y => t.Honest(y, columns));

    private static void Grades(TableSketch t, double[] y, int count)
    {
        for (int column = 0; column < count; column++)
            t.Add($"g{column}", y.Select(one => (double)Math.Clamp((int)Math.Floor(2.5 + one * column % 3 + Normal.Draw(t.Random)), 0, 5)));
    }

    // Right in 1/2 + says of the rows.
    private static void Flags(TableSketch t, double[] y, int count, double says)
    {
        for (int column = 0; column < count; column++)
            t.Add($"f{column}", y.Select(one => t.Random.NextDouble() < 0.5 + (column % 5 == 0 ? says : 0) ? one : 1 - one));
        t.Honest(y, 4);
    }

    private static void Correlated(TableSketch t, double[] y)
    {
        double[] common = t.Normals();
        for (int column = 0; column < 12; column++)
            t.Add($"c{column}", common.Select((one, row) => one + 0.7 * y[row] + 0.1 * Normal.Draw(t.Random)));
    }

    private static void Tails(TableSketch t, double[] y)
    {
        for (int column = 0; column < 8; column++)
            t.Add($"t{column}", y.Select(one => one + Normal.Draw(t.Random) / Math.Sqrt(-Math.Log(1 - t.Random.NextDouble()))));
    }

    private static void Strong(TableSketch t, double[] y, int count, double apart)
    {
        for (int column = 0; column < count; column++)
            t.Add($"s{column}", y.Select(one => apart * one + Normal.Draw(t.Random)));
        t.Honest(y, 5);
    }

    private static string[] Steep(TableSketch t)
    {
        double[] x = t.Add("steep", t.Normals());
        return Labelled([.. x.Select(one => t.Random.NextDouble() < 1 / (1 + Math.Exp(-12 * one)))], y => t.Honest(y));
    }

    private static string[] ThreeClasses(TableSketch t, double apart)
    {
        int[] k = t.Codes(3);
        k[0] = 0;
        k[1] = 1;
        for (int column = 0; column < 4; column++)
            t.Add($"m{column}", k.Select(one => Math.Round(apart * (one == column % 3 ? 1 : 0) + Normal.Draw(t.Random), 1)));
        t.Honest(Array.ConvertAll(k, one => (double)one), 4);
        return [.. k.Select(one => $"class {one}")];
    }

    private static string[] Measured(TableSketch t, double noise, int decimals, int more = 6)
    {
        double[] a = t.Add("a", t.Normals()), b = t.Add("b", t.Normals().Select(one => Math.Round(3 * one)));
        double[] y = t.Each(row => Math.Round(2 * a[row] + b[row] + 3 * noise * Normal.Draw(t.Random), decimals));
        t.Honest(y, more);
        return TableSketch.Numbers(y);
    }
}
