namespace MlMaths.Torch.Evaluation;

/// <summary>Columns, sums and differences of two, along which the target goes in steps, and codes that are steps of the target.</summary>
internal static class StepFormulas
{
    /// <summary>On fewer rows two classes that one column separates are no news.</summary>
    public const int FewestRowsOfHint = 100;

    private const int MoreBlocks = 2, MostColumnsInPairs = 60;

    /// <summary>One column; null where labels do not stand in few blocks along it.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        if (target.Measured is not null) return Binned(columns, target, column, questions);
        if (columns.Levels[column].AreCodes
            || StepFunction.Of(columns.Values[column], target.OfRow, target.Labels.Count + MoreBlocks) is not { } step)
        {
            return null;
        }

        double chance = columns.Corrected(FunctionChance.LogOfBlocks(step.Labels.Count, target), 1, questions);
        if (chance > LeakEvidence.Luck) return null;
        string formula = FormulaText.Where(target, label => step.Where(label, columns.Names[column]));
        bool isSupported = step.Labels.Count <= target.Labels.Count || step.Smallest >= StepFunction.Supported;
        if (step.IsSharp && isSupported) return Found(LeakageKind.Function, [column], formula, target, chance);
        if (step.IsSharp)
            return new(LeakageKind.Disguise, LeakageStatus.Hint, [column], formula, new(target.Rows, chance, StepFunction.Fitted));
        return step.Labels.Count == target.Labels.Count && target.Rows >= FewestRowsOfHint
            ? new(LeakageKind.Disguise, LeakageStatus.Hint, [column], formula, new(target.Rows, chance, StepFunction.Gap))
            {
                SeparatesAlone = !target.IsOneOfSeveral,
            }
            : null;
    }

    /// <summary>Sums and differences of two columns, where the labels change.</summary>
    public static IEnumerable<TargetLeak> OfPairs(AskedColumns columns, IReadOnlyList<int> free, AskedTarget target, int questions)
    {
        if (target.Measured is not null || free.Count > MostColumnsInPairs) yield break;
        for (int i = 0; i < free.Count; i++)
        {
            for (int j = i + 1; j < free.Count; j++)
            {
                (int a, int b) = (free[i], free[j]);
                if (OfPair(columns, target, a, b, -1, questions) is { } difference) yield return difference;
                else if (OfPair(columns, target, a, b, 1, questions) is { } sum) yield return sum;
            }
        }
    }

    private static TargetLeak? OfPair(AskedColumns columns, AskedTarget target, int a, int b, double sign, int questions)
    {
        if (!columns.Levels[a].AreMeasured && !columns.Levels[b].AreMeasured) return null;
        double[] first = columns.Values[a], second = columns.Values[b];
        if (!StepFunction.MayBe(row => first[row] + sign * second[row], target.OfRow, target.Labels.Count)) return null;
        double[] combined = [.. first.Zip(second, (x, y) => x + sign * y)];
        if (StepFunction.Of(combined, target.OfRow, target.Labels.Count) is not { IsSharp: true } step) return null;
        double chance = columns.Corrected(FunctionChance.LogOfBlocks(step.Labels.Count, target) + Math.Log(2), 2, questions);
        if (chance > LeakEvidence.Luck) return null;
        string name = FormulaText.Sum([(1, columns.Names[a]), (sign, columns.Names[b])], 0);
        return Found(LeakageKind.Combination, [a, b], FormulaText.Where(target, label => step.Where(label, name)), target, chance);
    }

    // x = 0 where y < 20, 1 where 20 < y < 40, …: the column is a step function of the target.
    private static TargetLeak? Binned(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.AreMeasured || StepFunction.Of(target.Measured!, levels.OfRow, levels.Count) is not { IsSharp: true } step)
            return null;

        double log = FunctionChance.LogOfBlocks(step.Labels.Count, levels.Counts);
        double chance = columns.Corrected(log, 1, questions);
        if (chance > LeakEvidence.Luck) return null;
        string y = FormulaText.Name(target.Name), name = columns.Names[column];
        string clauses = string.Join(", ", Enumerable.Range(0, levels.Count).Take(4)
            .Select(level => $"{FormulaText.Number(levels.Values[level])} where {step.Where(level, y)}"));
        return Found(LeakageKind.Function, [column], $"{name} = {clauses}{(levels.Count > 4 ? ", …" : "")}", target, chance);
    }

    private static TargetLeak Found(LeakageKind kind, int[] columns, string formula, AskedTarget target, double chance) =>
        new(kind, LeakageStatus.Found, columns, formula, new(target.Rows, chance, "it holds on every row, where rows are dense, too"));
}
