using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Learn.Own;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>The learner's 200 splits of their own rows, with a model that trains in no time: the nearer of two class means.</summary>
internal static class OwnSplits
{
    private const int Quarter = 4, FewestOfAClass = 8, Seed = 1;

    public static OwnUse Use { get; } = new(Read, Lines);

    // Both classes are multiples of 4 in this exercise: the last rows of each are left out.
    private static OwnRows Read(Exercise exercise, OwnFile file)
    {
        if (file.Target is null) throw new UserMistakeException("Name the column of the two classes: --target COLUMN.");
        OwnRows rows = file.Features(exercise);
        int[][] classes = [Of(false), Of(true)];
        if (rows.Columns.Count == 0 || classes.Any(one => one.Length < FewestOfAClass))
        {
            throw new UserMistakeException(
                $"Splits into quarters need a column of numbers and {FewestOfAClass} rows of each class: {Quoted.Path(file.Path)} has "
                + $"{Counted.Of(rows.Columns.Count, "such column")}, {Counted.Rows(classes[1].Length)} of the positive class and "
                + $"{Counted.Rows(classes[0].Length)} of the other.");
        }

        int[] kept = [.. classes.SelectMany(one => one[..(one.Length / Quarter * Quarter)]).Order()];
        return rows with { Rows = [.. kept.Select(i => rows.Rows[i])], IsPositive = [.. kept.Select(i => rows.IsPositive[i])] };

        int[] Of(bool kind) => [.. Enumerable.Range(0, rows.Rows.Length).Where(i => rows.IsPositive[i] == kind)];
    }

    private static IReadOnlyList<string> Lines(LearnerAssembly answer, OwnRows rows)
    {
        Func<double[][], bool[], double[][], bool[], double> score = NearerMean;
        double?[] seen = OwnUse.Method(
            answer, "Wobble", [typeof(double[][]), typeof(bool[]), score.GetType(), typeof(int)],
            own => [own.Rows.Select(row => (double[])row.Clone()).ToArray(), own.IsPositive.Clone(), score, Seed],
            returned => Several.Numbers(returned, 4))(rows) ?? [];
        string[] names = ["Mean", "Deviation", "Low", "High"];
        return
        [
            $"accuracy of the nearer class mean, over 200 splits of {Counted.Rows(rows.Rows.Length)}",
            .. names.Zip(seen, (name, number) => $"{name,-10} {(number is { } value ? NumberText.Of(value) : "not defined")}"),
        ];
    }

    /// <summary>Accuracy on the test rows of the class whose mean lies nearer.</summary>
    private static double NearerMean(double[][] x, bool[] y, double[][] testX, bool[] testY)
    {
        double[] positive = Mean(x.Where((_, i) => y[i])), negative = Mean(x.Where((_, i) => !y[i]));
        return testX.Zip(testY, (row, label) => (Far(row, positive) < Far(row, negative)) == label).Average(right => right ? 1.0 : 0);
    }

    private static double[] Mean(IEnumerable<double[]> rows)
    {
        double[][] all = [.. rows];
        return [.. all[0].Select((_, j) => all.Average(row => row[j]))];
    }

    private static double Far(double[] row, double[] mean) => row.Zip(mean, (a, b) => (a - b) * (a - b)).Sum();
}
