using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Which few columns could make up a target exactly, cheapest first; whether they do is asked of all rows afterwards.
/// <code>
/// one, two   R² = (r₁² + r₂² − 2 r₁r₂r₁₂)/(1 − r₁₂²) of every pair, from correlations
/// all        least squares on all columns, where there are more rows; then those whose weights are not rounding
/// few        where there are not: one column after the other, each the one that goes best with what is left
/// </code>
/// </summary>
internal static class CombinationSearch
{
    private const int MaxRows = 2000, MaxColumns = 400, SpareRows = 12, MaxSteps = 8;
    private const double Nearly = 0.99;

    /// <summary>Places in <paramref name="columns"/>, ascending. Up to 400 columns and 2,000 rows are looked at.</summary>
    public static IEnumerable<int[]> Of(IReadOnlyList<double[]> columns, double[] target)
    {
        int rows = Math.Min(MaxRows, target.Length);
        if (columns.Count is 0 or > MaxColumns || rows < SpareRows || Standardised(target, rows) is not { } y) yield break;
        double[]?[] standard = [.. columns.Select(column => Standardised(column, rows))];
        int[] usable = [.. Enumerable.Range(0, columns.Count).Where(column => standard[column] is not null)];
        double[][] x = [.. usable.Select(column => standard[column]!)];
        foreach (int[] few in OneOrTwo(x, y))
            yield return [.. few.Select(place => usable[place])];
        int[] some = rows >= x.Length + 1 + SpareRows ? All(x, y) : Stepwise(x, y);
        if (some.Length > 2) yield return [.. some.Select(place => usable[place]).Order()];
    }

    private static IEnumerable<int[]> OneOrTwo(double[][] x, double[] y)
    {
        double[] r = [.. x.Select(column => Correlation(column, y))];
        for (int i = 0; i < x.Length; i++)
        {
            if (r[i] * r[i] > Nearly) yield return [i];
        }

        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                double between = Correlation(x[i], x[j]), rest = 1 - between * between;
                if (rest > 1e-13 && r[i] * r[i] + r[j] * r[j] - 2 * r[i] * r[j] * between > Nearly * rest) yield return [i, j];
            }
        }
    }

    private static int[] All(double[][] x, double[] y)
    {
        var qr = new HouseholderQr(y.Length);
        int[] kept = [.. Enumerable.Range(0, x.Length).Where(column => qr.TryAdd(x[column], DependentColumns.Rounding))];
        if (SquaredLength(qr.Residuals(y)) > (1 - Nearly) * y.Length) return [];
        double[] weights = qr.Solve(y);
        return [.. kept.Where((_, place) => Math.Abs(weights[place]) > 1e-3)];
    }

    private static int[] Stepwise(double[][] x, double[] y)
    {
        var qr = new HouseholderQr(y.Length);
        List<int> chosen = [];
        double[] rest = y;
        while (chosen.Count < MaxSteps && SquaredLength(rest) > 1e-12 * y.Length)
        {
            int best = Enumerable.Range(0, x.Length).Except(chosen).MaxBy(column => Math.Abs(Correlation(x[column], rest)));
            if (!qr.TryAdd(x[best], DependentColumns.Rounding)) break;
            chosen.Add(best);
            rest = qr.Residuals(y);
        }

        return SquaredLength(rest) <= (1 - Nearly) * y.Length ? [.. chosen] : [];
    }

    // Evenly spread rows, mean 0, mean square 1; null for what does not vary.
    private static double[]? Standardised(double[] column, int rows)
    {
        double[] some = new double[rows];
        for (int i = 0; i < rows; i++)
            some[i] = column[(int)((long)i * column.Length / rows)];
        var moments = Moments.Of(some);
        double deviation = Math.Sqrt((moments.SampleVariance ?? 0) * (rows - 1) / rows);
        return deviation > 0 && double.IsFinite(deviation) ? Array.ConvertAll(some, value => (value - moments.Mean) / deviation) : null;
    }

    private static double Correlation(double[] x, double[] y) => RowArithmetic.Dot(x, y) / x.Length;

    private static double SquaredLength(double[] x) => RowArithmetic.Dot(x, x);
}
