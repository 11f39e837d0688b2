using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// How likely so many equal rows are where no row is a copy. Rows that agree by chance would as easily have differed in one column a
/// little, so pairs that do are counted: copies have no such company.
/// <code>
/// E equal rows;  N pairs that agree in all columns but one, and there by at most w = ¼ deviation (fine) or by anything (coarse)
/// N/E  ≈ R = Σ fine 2K_j + Σ coarse (1 − q_j)/q_j        K_j = w/(smallest step of column j),  q_j the chance that two rows agree in j
/// p    = P(Bin(E + N, 1/(1 + R)) ≥ E)
/// </code>
/// Fine columns have a step below w. The smallest step of numbers with many digits is next to nothing, and p with it: one equal pair of
/// such rows is no chance.
/// </summary>
internal static class AgreementByChance
{
    private const int MostColumns = 16;
    private const double Window = 0.25;

    /// <summary>p; 1 where nothing is equal.</summary>
    public static double PValue(Dataset rows, int equal)
    {
        if (equal == 0) return 1;
        int stride = (rows.Columns + MostColumns - 1) / MostColumns;
        ulong[] whole = [.. Enumerable.Range(0, rows.Rows).Select(row => Hash(rows, row))];
        double ratio = 0;
        long near = 0;
        for (int column = 0; column < rows.Columns; column += stride)
        {
            double[] values = rows.Column(column);
            double[] steps = [.. values.Order()];
            double step = steps.Zip(steps.Skip(1), (low, high) => high - low).Where(gap => gap > 0).DefaultIfEmpty(0).Min();
            if (step == 0) continue;
            double width = Window * Math.Sqrt(Moments.Of(values).PopulationVariance);
            bool isFine = step <= width;
            ratio += isFine ? 2 * Math.Floor(width / step) : 1 / Agreeing(values) - 1;
            near += Near(values, whole, column, isFine ? width : double.PositiveInfinity);
        }

        long all = equal + near;
        return 1 - Binomial.Cumulative(equal - 1, all, 1 / (1 + ratio));
    }

    // Pairs that agree in all columns but this one, and differ there by no more than so much.
    private static long Near(double[] values, ulong[] whole, int column, double width)
    {
        long pairs = 0;
        foreach (int[] alike in Enumerable.Range(0, values.Length).GroupBy(row => whole[row] - Mixed(column, values[row]))
            .Where(group => group.Skip(1).Any()).Select(group => group.OrderBy(row => values[row]).ToArray()))
        {
            for (int i = 0; i < alike.Length; i++)
            {
                for (int j = i + 1; j < alike.Length && values[alike[j]] - values[alike[i]] <= width; j++)
                    pairs += values[alike[j]] > values[alike[i]] ? 1 : 0;
            }
        }

        return pairs;
    }

    private static double Agreeing(double[] values) =>
        values.GroupBy(value => value).Sum(same => Math.Pow((double)same.Count() / values.Length, 2));

    private static ulong Hash(Dataset rows, int row)
    {
        ulong sum = 0;
        ReadOnlySpan<double> values = rows.Row(row);
        for (int column = 0; column < values.Length; column++)
            sum += Mixed(column, values[column]);
        return sum;
    }

    // A sum of mixed numbers, so that a column can be taken out again; −0 and 0 are one number.
    private static ulong Mixed(int column, double value)
    {
        ulong z = BitConverter.DoubleToUInt64Bits(value + 0.0) + 0x9E3779B97F4A7C15UL * (ulong)(column + 1);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
