namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>What came of some rows, to be compared with what else may come of them.</summary>
/// <param name="Numbers">Components, one a row; or scores, one a column.</param>
/// <param name="IsOpen">Whether variances are equal, so that directions may be turned: nothing is compared there.</param>
/// <param name="Unit">Up to this factor either way is open, where a deviation may divide by n or by n − 1; 1 for none.</param>
internal sealed record ReadOut(double[][] Numbers, bool IsOpen, double Unit = 1)
{
    /// <summary>
    /// One part in a thousand. Means of 5 cm and a least variance of 0.014 cm²: whoever sums in float32 what is not centred, Σxx/n − m²,
    /// loses 6e-8 · 4 · 5² / (0.06 − 0.014) of a direction, 1.3e-4; ten times that is still far below any slip.
    /// </summary>
    public const double Tolerance = 1e-3;

    /// <summary>The same components, each up to its sign; of a square of n × n, those that have a variance.</summary>
    public static bool SameRows(ReadOut one, ReadOut other) => one.IsOpen || (one.Numbers.Length == other.Numbers.Length
        && AreSame([.. one.Numbers.Take(Measures.Columns)], [.. other.Numbers.Take(Measures.Columns)], one.Unit));

    /// <summary>The same scores, each column up to its sign.</summary>
    public static bool SameColumns(ReadOut one, ReadOut other) => one.IsOpen || (IsSquare(one.Numbers) && IsSquare(other.Numbers)
        && AreSame(Linear.Turned(one.Numbers), Linear.Turned(other.Numbers), one.Unit));

    /// <summary>So many rows of so many finite numbers.</summary>
    public bool Has(int rows, int columns) =>
        Numbers.Length == rows && Numbers.All(row => row.Length == columns && row.All(double.IsFinite));

    private static bool IsSquare(double[][] rows) => rows.All(row => row.Length == rows[0].Length);

    private static bool AreSame(double[][] one, double[][] other, double unit)
    {
        if (one.Length != other.Length || one.Zip(other).Any(pair => pair.First.Length != pair.Second.Length)) return false;
        double size = one.SelectMany(row => row).Append(0).Max(Math.Abs), otherSize = other.SelectMany(row => row).Append(0).Max(Math.Abs);
        double factor = unit > 1 && otherSize > 0 ? size / otherSize : 1;
        if (factor > unit * (1 + Tolerance) || factor < (1 - Tolerance) / unit) return false;
        double least = Tolerance * Math.Max(1, size);
        return one.Zip(other).All(pair => Near(pair.First, pair.Second, factor) || Near(pair.First, pair.Second, -factor));

        bool Near(double[] a, double[] b, double sign) => a.Zip(b).All(both => Math.Abs(both.First - sign * both.Second) <= least);
    }
}
