using MlMaths.Torch.Data;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Whether columns say what the target is: exact functions, codes, steps, sums and products are found, each with its formula
/// and the chance that luck brings it; what only knowledge of the world can tell is a hint. No model is trained.
/// </summary>
public static class TargetLeaks
{
    /// <summary>Of a longer table so many rows are looked at, evenly spread.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Of the target as it stands in the table: numbers of more than ten values are measured, all else are classes.</summary>
    /// <param name="rows">All rows: what holds exactly holds on any of them, and nothing is fitted that is judged.</param>
    /// <returns>Found ones first; none where there is no target, or only one label.</returns>
    public static IReadOnlyList<TargetLeak> In(Dataset rows)
    {
        if (rows.TargetName is not { } name) return [];
        var asked = LeakRows.Of(Some(rows));
        return In(asked, AskedTarget.Of(name, asked.Rows.Labels, asked.Rows.TargetNumbers, BinaryTarget.PositiveOf(rows)));
    }

    /// <summary>Of a positive class against all others.</summary>
    public static IReadOnlyList<TargetLeak> In(BinaryTarget target)
    {
        var asked = LeakRows.Of(Some(target.Dataset));
        Dataset rows = asked.Rows;
        bool isWhole = target.Dataset.Labels.Distinct().Count() == 2;
        string[] labels = [.. SomeOf(target.IsPositive).Select(isPositive => isPositive ? target.PositiveLabel : target.NegativeLabel)];
        return In(asked, AskedTarget.Of(rows.TargetName!, labels, isWhole ? rows.TargetNumbers : null, target.PositiveLabel));
    }

    private static Dataset Some(Dataset rows) => rows.Rows <= MaxRows ? rows : rows.Select(Places(rows.Rows));

    private static bool[] SomeOf(bool[] rows) =>
        rows.Length <= MaxRows ? rows : Array.ConvertAll(Places(rows.Length), row => rows[row]);

    private static int[] Places(int rows) => [.. Enumerable.Range(0, MaxRows).Select(i => (int)((long)i * rows / MaxRows))];

    private static IReadOnlyList<TargetLeak> In(LeakRows asked, IReadOnlyList<AskedTarget> questions)
    {
        if (questions.Count == 0) return [];
        var columns = AskedColumns.Of(asked.Rows, asked.Texts);
        List<TargetLeak> leaks = [], absent = [.. Absent(asked, questions)];
        List<int> free = [.. columns.Usable];
        free.RemoveAll(column => asked.Absences.Any(one => one.Asked == column && absent.Any(leak => leak.Columns[0] == one.Feature)));
        foreach (AskedTarget target in questions)
        {
            TargetLeak?[] ofOne = [.. free.Select(column => OfOne(columns, target, column, questions.Count))];
            foreach (TargetLeak leak in ofOne.OfType<TargetLeak>())
                Take(leak);
            while (OfSeveral(columns, free, target, questions.Count) is { } leak)
                Take(leak);
        }

        foreach (AskedTarget target in questions)
        {
            foreach (TargetLeak leak in OutstandingColumn.In(columns, free, target, questions.Count).ToArray())
                Take(leak);
        }

        return [.. absent.Concat(asked.InFeatures(leaks)).OrderByDescending(leak => leak.Status)
            .ThenByDescending(leak => leak.SeparatesAlone)];

        // What is explained is not asked again.
        void Take(TargetLeak leak)
        {
            leaks.Add(leak);
            free.RemoveAll(leak.Columns.Contains);
        }
    }

    private static IEnumerable<TargetLeak> Absent(LeakRows asked, IReadOnlyList<AskedTarget> questions) => asked.Absences
        .Select(absence => questions
            .Select(target => AbsenceFunction.Of(absence, target, asked.Absences.Count * questions.Count)).OfType<TargetLeak>()
            .OrderByDescending(leak => leak.Status).FirstOrDefault()).OfType<TargetLeak>();

    private static TargetLeak? OfOne(AskedColumns columns, AskedTarget target, int column, int questions) =>
        CombinationFormulas.Sum(columns, [column], target, questions)
        ?? CombinationFormulas.Product(columns, [column], target, questions)
        ?? CurveFormulas.Of(columns, target, column, questions)
        ?? CodedByOthers.Of(columns, target, column, questions)
        ?? LevelFunction.Of(columns, target, column, questions)
        ?? CodedByTarget.Of(columns, target, column, questions)
        ?? CodedTowardsMean.Of(columns, target, column, questions)
        ?? StepFormulas.Of(columns, target, column, questions);

    private static TargetLeak? OfSeveral(AskedColumns columns, List<int> free, AskedTarget target, int questions) =>
        CombinationFormulas.Sum(columns, free, target, questions)
        ?? CombinationFormulas.Product(columns, free, target, questions)
        ?? StepFormulas.OfPairs(columns, free, target, questions).FirstOrDefault()
        ?? PairFunction.In(columns, free, target, questions).FirstOrDefault();
}
