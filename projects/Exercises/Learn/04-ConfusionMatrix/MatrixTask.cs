using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary><c>Matrix(labels, scores, threshold)</c>: four counts, a row for each class and a column for each verdict.</summary>
internal static class MatrixTask
{
    public static MethodTask<ScoredRows, double[][]?> Ordinary { get; } = Task(
    [
        new("there are two rows of two counts", ScoredRows.Drawn, (_, came, _) => IsSquare(came.Value)),
        new("the four counts add up to the number of rows", ScoredRows.Drawn,
            (at, came, _) => IsSquare(came.Value) && came.Value!.Sum(row => row.Sum()) == at.Scores.Length),
        new("row 1 adds up to the rows that are positive, and row 0 to those that are not", ScoredRows.Drawn, (at, came, _) =>
            IsSquare(came.Value) && came.Value![1].Sum() == at.IsPositive.Count(one => one)
            && came.Value[0].Sum() == at.IsPositive.Count(one => !one)),
        new("column 1 adds up to the rows whose score reaches the threshold, and column 0 to the others", ScoredRows.Drawn,
            (at, came, _) => HasColumns(at, came.Value)),
        new("each cell counts the rows of its class and its verdict", ScoredRows.Drawn, (at, came, _) => IsRight(at, came.Value)),
    ]);

    public static MethodTask<ScoredRows, double[][]?> AtTheEdge { get; } = Task(
    [
        new("a row whose score equals the threshold is predicted positive", ScoredRows.WithTies, (at, came, _) => IsRight(at, came.Value)),
        new("where nothing is predicted positive, column 1 holds zeros", ScoredRows.NothingCalled,
            (at, came, _) => IsRight(at, came.Value)),
        new("where nothing is positive, row 1 holds zeros", ScoredRows.NothingToFind, (at, came, _) => IsRight(at, came.Value)),
    ], ScoredRows.Drawn);

    private static MethodTask<ScoredRows, double[][]?> Task(
        IReadOnlyList<Property<ScoredRows, double[][]?>> properties, params Func<Random, ScoredRows>[] probes)
    {
        return new(
            "Matrix", "int[][] Matrix(bool[] labels, double[] scores, double threshold)",
            method => RateTask.Bound(method, Table.Rows), properties, at => at.ToString())
        {
            Simpler = at => at.Simpler(),
            Probes = probes,
            Slips =
            [
                new("swapped-axes", "when rows and columns are swapped: a row should be a class, a column a verdict", "[|new"),
                .. Counts.Slips,
                new("all-called", "when all rows that are predicted positive are counted as false alarms", "++|Count"),
                new("all-positive", "when all positive rows are counted as missed", "++|Count"),
                new("quiet-left-out", "when the rows that are rightly predicted negative are counted nowhere", "++|Count"),
                new("uncalled-left-out", "when only the rows that are predicted positive are counted", "continue|if|Where"),
                new("hits-alone", "when hits of both classes are counted, and no error", "++|Count"),
                new("misses-alone-escape",
                    "when an else goes with the last if alone: hits and alarms count as predicted negative as well", "else"),
                new("hits-in-both",
                    "when the hits stand in the place of the rows rightly predicted negative, and these in theirs", "[|new"),
                new("shares", "when the counts are divided by the number of rows", "/"),
            ],
            Slipped = Slipped,
            Remark = Remark,
            Same = (one, other) => one!.SelectMany(row => row).SequenceEqual(other!.SelectMany(row => row)),
            Written = rows => rows is null ? "null" : Written.Of(rows),
        };
    }

    private static bool IsSquare(double[][]? matrix) => matrix is [{ Length: 2 }, { Length: 2 }];

    private static bool HasColumns(ScoredRows at, double[][]? matrix) => IsSquare(matrix)
        && matrix!.Sum(row => row[1]) == at.Scores.Count(score => score >= at.Threshold)
        && matrix!.Sum(row => row[0]) == at.Scores.Count(score => score < at.Threshold);

    private static bool IsRight(ScoredRows at, double[][]? matrix) => IsSquare(matrix)
        && (from row in (int[])[0, 1] from column in (int[])[0, 1] select (row, column))
            .All(cell => matrix![cell.row][cell.column] == at.Counted(cell.row == 1, cell.column == 1));

    // One pass over 1,000 rows needs the four counts; lists on the way need a thousand entries each.
    private static string? Remark(string text, Func<ScoredRows, double[][]?> method, Random random)
    {
        const int n = 1000;
        ScoredRows drawn = ScoredRows.Drawn(random);
        ScoredRows at = new(new bool[n], [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())], drawn.Threshold);
        method(at);
        long before = GC.GetAllocatedBytesForCurrentThread();
        method(at);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before - n * (sizeof(double) + sizeof(bool)); // less the copies handed over
        return bytes > 3000
            ? $"Your Matrix asks for {bytes:N0} bytes of memory for 1,000 rows; one loop that adds to four counts needs almost none."
            : "Your Matrix counts in place: it costs no memory to speak of, however many rows there are.";
    }

    private static double[][] Slipped(ScoredRows at, IReadOnlySet<string> slips)
    {
        var c = Counts.Of(at, slips);
        if (slips.Contains("all-called")) c = c with { FP = c.FP + c.TP };
        if (slips.Contains("all-positive")) c = c with { FN = c.FN + c.TP };
        if (slips.Contains("quiet-left-out")) c = c with { TN = 0 };
        if (slips.Contains("misses-alone-escape")) c = c with { TN = c.All - c.FN };
        if (slips.Contains("hits-in-both")) c = c with { TP = c.TN, TN = c.TP };
        if (slips.Contains("uncalled-left-out")) c = c with { FN = 0, TN = 0 };
        if (slips.Contains("hits-alone")) c = c with { FP = 0, FN = 0 };
        if (slips.Contains("swapped-axes")) c = c with { FP = c.FN, FN = c.FP };
        double unit = slips.Contains("shares") ? at.Scores.Length : 1;
        return [[c.TN / unit, c.FP / unit], [c.FN / unit, c.TP / unit]];
    }
}
