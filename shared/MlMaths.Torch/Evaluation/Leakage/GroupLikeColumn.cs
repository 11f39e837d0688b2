using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A hint that a column names groups, such as patients: rows of one value are more alike in everything else than rows of two
/// neighbouring values are. A measured column fails that: 41 years are as like 42 as 41, and a number of a patient is not.
/// <code>
/// a, b rows of one value, c a row of the next value     D² over all other columns and the label
/// s = share of trials with D(a, b) &lt; D(a, c)            ½ where a value is no group: sign test
/// </code>
/// Every row stands in one trial at most, so the trials are independent where there are no groups.
/// </summary>
/// <param name="Column">0-based.</param>
/// <param name="Name">As the file has it.</param>
/// <param name="Values">Different values.</param>
/// <param name="Share">s with its Wilson interval.</param>
public sealed record GroupLikeColumn(int Column, string Name, int Values, Interval Share)
{
    // Below this share a group tells a model next to nothing, however sure it is.
    private const double Worthwhile = 0.6;
    private const double Level = 0.001;
    private const int MinValues = 10, MaxTrialsOfValue = 20;

    /// <summary>Columns whose share is above ½ at one in a thousand for all columns together, the largest first.</summary>
    /// <param name="target">Rows and labels.</param>
    /// <param name="seed">Decides which rows are compared.</param>
    public static IReadOnlyList<GroupLikeColumn> In(BinaryTarget target, int seed)
    {
        Dataset rows = target.Dataset;
        Dataset scaled = StandardScaler.Fit(DataSplit.None(rows).Training).Transform(rows);
        return
        [
            .. Enumerable.Range(0, rows.Columns).Select(column => Of(target, scaled, column, seed)).OfType<GroupLikeColumn>()
                .Where(one => one.Share is { Value: >= Worthwhile, Low: > 0.5 }).OrderByDescending(one => one.Share.Value),
        ];
    }

    private static GroupLikeColumn? Of(BinaryTarget target, Dataset scaled, int column, int seed)
    {
        double[] values = target.Dataset.Column(column);
        int distinct = values.Distinct().Count();
        if (distinct < MinValues || 2 * distinct > values.Length) return null;
        int[][] byValue = [.. Shuffle.Order(values.Length, seed, DrawnFor.Sample).GroupBy(row => values[row]).OrderBy(one => one.Key)
            .Select(one => one.ToArray())];
        int[] next = new int[byValue.Length];
        long nearer = 0, trials = 0;
        for (int v = 0; v + 1 < byValue.Length; v++)
        {
            // Rows are used up: as a and b by their own value, as c by the value before.
            for (int t = 0; t < MaxTrialsOfValue && next[v] + 2 <= byValue[v].Length && next[v + 1] < (byValue[v + 1].Length + 2) / 3; t++)
            {
                (int a, int b, int c) = (byValue[v][next[v]++], byValue[v][next[v]++], byValue[v + 1][next[v + 1]++]);
                double within = Distance(target, scaled, column, a, b), between = Distance(target, scaled, column, a, c);
                if (within == between) continue;
                trials++;
                if (within < between) nearer++;
            }
        }

        return new(column, target.Dataset.ColumnNames[column], distinct, WilsonInterval.Of(nearer, trials, 1 - 2 * Level / scaled.Columns));
    }

    private static double Distance(BinaryTarget target, Dataset scaled, int column, int row, int other)
    {
        ReadOnlySpan<double> a = scaled.Row(row), b = scaled.Row(other);
        double squares = target.IsPositive[row] == target.IsPositive[other] ? 0 : 1;
        for (int j = 0; j < a.Length; j++)
            squares += j == column ? 0 : (a[j] - b[j]) * (a[j] - b[j]);
        return squares;
    }
}
