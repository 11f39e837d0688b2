namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: every value of one column, or every pair of values of two, has one label. The luck of that is counted
/// (<see cref="FunctionChance"/>) for labels that have nothing to do with the column. A column that has honestly much to do with
/// them is another matter: of 40 rows it gets all right, with an error of one in twenty, one time in eight. So nothing is found on
/// fewer than <see cref="MinRows"/> rows, or where a constant guess gets fewer than <see cref="FewestRest"/> wrong.
/// </summary>
internal static class LevelFunction
{
    /// <summary>On fewer rows a code that is right on all of them is a hint.</summary>
    public const int MinRows = 150;

    /// <summary>Where fewer rows lie outside the largest class, too.</summary>
    public const int FewestRest = 20;

    // Above so many values, or below so many rows of each, equal labels may be those of a group: a patient, a shop.
    private const int MostNames = 30, FewestRowsOfName = 10, FewestRowsOfHint = 5;

    /// <summary>Why a code that fits on few rows is only a hint; null where there are enough.</summary>
    public static string? TooFew(AskedTarget target) =>
        target.Rows < MinRows ? $"fewer than {MinRows} rows: a merely good column has no error on so few, now and then"
        : target.Rest < FewestRest ? $"fewer than {FewestRest} rows outside the largest class, on which a good column may be right by luck"
        : null;

    /// <summary>The function, or null.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.AreMeasured || levels.LabelsBy(target.OfRow) is not { } label) return null;
        double chance = columns.Corrected(
            levels.AreCodes ? FunctionChance.LogOfLevels(levels.Counts, target.Counts) : LogBetweenEnds(levels, label), 1, questions);
        bool oneToOne = levels.Count == target.Labels.Count;
        if (chance > LeakEvidence.Luck || (!oneToOne && levels.Rows < FewestRowsOfHint * levels.Count)) return null;
        string? why = TooFew(target);
        if (why is null && !levels.AreCodes && !oneToOne
            && (levels.Count > MostNames || levels.Rows < FewestRowsOfName * levels.Count))
        {
            why = "values that name groups, such as patients, would have one label each, too";
        }

        return new(
            LeakageKind.Function, why is null ? LeakageStatus.Found : LeakageStatus.Hint, [column], Formula(columns, target, column, label),
            new(target.Rows, chance, why ?? "it holds on every row"))
        {
            SeparatesAlone = why is not null && levels.AreCodes && !target.IsOneOfSeveral && target.Rows >= StepFormulas.FewestRowsOfHint,
        };
    }

    // A strong column, measured, has pure ends, and that is honest: only what lies between the ends is asked whether it is luck.
    private static double LogBetweenEnds(ColumnLevels levels, int[] label)
    {
        int from = 0, to = levels.Count - 1;
        while (from < to && label[from] == label[0]) from++;
        while (to > from && label[to] == label[^1]) to--;
        int[] counts = new int[label.Max() + 1];
        for (int level = from; level <= to; level++)
            counts[label[level]] += levels.Counts[level];
        return FunctionChance.LogOfLevels(levels.Counts[from..(to + 1)], counts);
    }

    private static string Formula(AskedColumns columns, AskedTarget target, int column, int[] label)
    {
        ColumnLevels levels = columns.Levels[column];
        string name = columns.Names[column];
        return target.Measured is not null
            ? $"{FormulaText.Name(target.Name)} = f({name}): each of its {levels.Count} values has one {FormulaText.Name(target.Name)}"
            : FormulaText.Where(target, wanted => $"{name} is {FormulaText.Either(
                [.. levels.Values.Where((_, level) => label[level] == wanted).Select(value => columns.Written(column, value))])}");
    }
}
