namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>What can be seen of one split.</summary>
/// <param name="Training">Rows that train.</param>
/// <param name="Test">Rows that test.</param>
/// <param name="TestPositives">Positive labels among those.</param>
/// <param name="Ranks">Of the test rows among all rows that came, ascending: who they are, where every row came.</param>
/// <param name="IsShared">Whether a row came on both sides.</param>
/// <param name="IsRepeated">Whether a row came twice on one side.</param>
/// <param name="HasOwnLabels">Whether every row came with its own label.</param>
/// <param name="TrainingScale">Of the training rows as they came.</param>
/// <param name="TestScale">Of the test rows as they came.</param>
/// <param name="HasOneScale">Whether training and test rows were scaled by the same numbers.</param>
internal sealed record SplitSeen(
    int Training, int Test, int TestPositives, IReadOnlyList<int> Ranks, bool IsShared, bool IsRepeated, bool HasOwnLabels,
    ScaleSeen TrainingScale, ScaleSeen TestScale, bool HasOneScale)
{
    // Rows differ by 0.1 and more in column 0, which is 0.002 of its deviations and more; rounding in float32 is a millionth.
    private const double Alike = 1e-5;

    public static SplitSeen Of(
        ColumnScales column, double[][] trainingRows, bool[] trainingLabels, double[][] testRows, bool[] testLabels)
    {
        double[] all = Distinct(trainingRows, testRows);
        return new(
            trainingRows.Length, testRows.Length, testLabels.Count(label => label), RanksIn(all, testRows),
            trainingRows.Any(row => testRows.Any(other => AreAlike(row, other))), HasTwice(trainingRows) || HasTwice(testRows),
            AreOwn(trainingRows, trainingLabels) && AreOwn(testRows, testLabels),
            ScaleSeen.Of(column, trainingRows), ScaleSeen.Of(column, testRows),
            all.Length != column.Raw.Length || IsOneMap(column.Raw, all));
    }

    /// <summary>Who the test rows are: their ranks among all rows that came, by column 0.</summary>
    public static string Name(double[][] trainingRows, double[][] testRows) =>
        Name(RanksIn(Distinct(trainingRows, testRows), testRows));

    /// <summary>The same, of ranks that are known.</summary>
    public static string Name(IReadOnlyList<int> ranks) => string.Join(' ', ranks);

    private static double[] Distinct(double[][] trainingRows, double[][] testRows)
    {
        double[] sorted = [.. trainingRows.Select(row => row[0]), .. testRows.Select(row => row[0])];
        Array.Sort(sorted);
        return [.. sorted.Where((one, i) => i == 0 || one - sorted[i - 1] >= Alike)];
    }

    private static int[] RanksIn(double[] all, double[][] rows)
    {
        int[] ranks = [.. rows.Select(row => Array.FindIndex(all, other => Math.Abs(row[0] - other) < Alike))];
        Array.Sort(ranks);
        return ranks;
    }

    private static bool HasTwice(double[][] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
                if (AreAlike(rows[i], rows[j])) return true;
        }

        return false;
    }

    // In every column: two rows that were scaled apart may meet by accident in one.
    private static bool AreAlike(double[] one, double[] other)
    {
        for (int j = 0; j < one.Length; j++)
            if (!(Math.Abs(one[j] - other[j]) < Alike)) return false;
        return true;
    }

    private static bool AreOwn(double[][] rows, bool[] labels) => rows.Length == labels.Length
        && rows.Zip(labels).Where(one => !one.Second).Select(one => one.First[0]).DefaultIfEmpty(double.MinValue).Max()
            < rows.Zip(labels).Where(one => one.Second).Select(one => one.First[0]).DefaultIfEmpty(double.MaxValue).Min();

    // Differences keep their proportions under one scale for all: a ten-thousandth of the range is far above rounding.
    private static bool IsOneMap(double[] from, double[] to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            double place = (from[i] - from[0]) / (from[^1] - from[0]);
            if (!(Math.Abs((to[i] - to[0]) / (to[^1] - to[0]) - place) < 1e-4)) return false;
        }

        return true;
    }
}
