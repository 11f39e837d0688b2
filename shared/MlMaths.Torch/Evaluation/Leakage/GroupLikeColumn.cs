using System.Globalization;
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
        return Alike(Enumerable.Range(0, rows.Columns).Select(column => Of(
            column, rows.ColumnNames[column], rows.Column(column), rows.Columns,
            (row, other) => Distance(target, scaled, column, row, other), seed)));
    }

    /// <summary>
    /// The same of columns beside scores, of text too: D² over the standardised scores and the label, a value's neighbour the next number,
    /// or the next text in ordinal order.
    /// </summary>
    /// <param name="table">With the columns that nobody asked for.</param>
    /// <param name="seed">Decides which rows are compared.</param>
    public static IReadOnlyList<GroupLikeColumn> Beside(ScoreTable table, int seed)
    {
        if (table.Others.Count == 0) return [];
        double[][] scores = [.. table.Scores.Select(one => Standardised(one.AsSpan(0, table.Others[0].ValueOfRow.Count)))];
        return Alike(table.Others.Select((other, column) =>
            Of(column, other.Name, Ordered(other), table.Others.Count, Distance, seed)));

        double Distance(int row, int other) => (table.LabelOfRow[row] == table.LabelOfRow[other] ? 0 : 1)
            + scores.Sum(score => (score[row] - score[other]) * (score[row] - score[other]));
    }

    private static IReadOnlyList<GroupLikeColumn> Alike(IEnumerable<GroupLikeColumn?> columns) =>
    [
        .. columns.OfType<GroupLikeColumn>().Where(one => one.Share is { Value: >= Worthwhile, Low: > 0.5 })
            .OrderByDescending(one => one.Share.Value),
    ];

    private static double[] Standardised(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        double deviation = moments.SampleDeviation is > 0 and double some ? some : 1;
        return Array.ConvertAll(values.ToArray(), value => (value - moments.Mean) / deviation);
    }

    // Numbers as they are; texts by their place.
    private static double[] Ordered(OtherColumn column)
    {
        double[] places = new double[column.Values.Count];
        bool areNumbers = true;
        for (int value = 0; value < places.Length && areNumbers; value++)
        {
            areNumbers = double.TryParse(column.Values[value], NumberStyles.Float, CultureInfo.InvariantCulture, out places[value])
                && double.IsFinite(places[value]);
        }

        if (!areNumbers)
        {
            foreach ((int place, int value) in Enumerable.Range(0, places.Length)
                .OrderBy(value => column.Values[value], StringComparer.Ordinal).Index())
            {
                places[value] = place;
            }
        }

        return [.. column.ValueOfRow.Select(value => places[value])];
    }

    private static GroupLikeColumn? Of(
        int column, string name, double[] values, int columns, Func<int, int, double> distance, int seed)
    {
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
                double within = distance(a, b), between = distance(a, c);
                if (within == between) continue;
                trials++;
                if (within < between) nearer++;
            }
        }

        return new(column, name, distinct, WilsonInterval.Of(nearer, trials, 1 - 2 * Level / columns));
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
