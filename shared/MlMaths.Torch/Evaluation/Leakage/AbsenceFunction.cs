namespace MlMaths.Torch.Evaluation;

/// <summary>Which rows have no value in a column, as a feature says it.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Feature">0-based, in the data set: 1 where a row has no value.</param>
/// <param name="Asked">The column among those that are asked about; null where its texts teach nothing.</param>
/// <param name="IsMissing">Of each row.</param>
internal sealed record ColumnAbsence(string Name, int Feature, int? Asked, bool[] IsMissing);

/// <summary>
/// A leakage check: a value that is there exactly, or nearly, where the outcome came about. Days until death are filled in for the dead;
/// the days need not be read to know who died.
/// <code>
/// w = rows that are wrong where "filled in" stands for one class and "missing" for the other
/// w = 0                                                                exactly
/// w ≤ 1/20 of the rows outside the largest class                       nearly: found
/// no filled (no missing) row outside of one class                      only there: a hint
/// p ≤ 2 · C(n, w)/N                                                    chance alone, N as FunctionChance has it
/// </code>
/// </summary>
internal static class AbsenceFunction
{
    private const double MostWrong = 0.05;

    /// <summary>The leak; null where absence says too little about the target.</summary>
    /// <param name="column">Which rows lack it.</param>
    /// <param name="target">Two labels; of several, one against all others.</param>
    /// <param name="tries">Columns and questions that are asked.</param>
    public static TargetLeak? Of(ColumnAbsence column, AskedTarget target, int tries)
    {
        if (!target.IsBinary || target.Measured is not null) return null;
        int rows = target.Rows, missing = column.IsMissing.Count(one => one), positives = target.Counts[target.Positive];
        int both = Enumerable.Range(0, rows).Count(row => column.IsMissing[row] && target.OfRow[row] == target.Positive);
        int agreeing = both + (rows - missing - positives + both);
        bool isPositiveMissing = 2 * agreeing > rows;
        int wrong = Math.Min(agreeing, rows - agreeing);
        if (missing == 0 || missing == rows) return null;
        string name = FormulaText.Name(column.Name), where = $"{name} is {(isPositiveMissing ? "missing" : "filled in")}";
        if (wrong <= MostWrong * target.Rest)
        {
            double chance = LeakEvidence.Share(
                Math.Log(2 * tries) + FunctionChance.LogChoices(rows, wrong) - target.LogOrders);
            string? why = LevelFunction.TooFew(target);
            string fit = wrong == 0 ? "it holds on every row" : $"it holds on all but {wrong} of {rows} rows";
            return chance > LeakEvidence.Luck ? null : new(
                LeakageKind.Function, why is null ? LeakageStatus.Found : LeakageStatus.Hint, [column.Feature],
                $"{FormulaText.Is(target, target.Positive)} {(wrong == 0 ? "" : "almost ")}exactly where {where}",
                new(rows, chance, why ?? $"{fit}, so the outcome decides who has a value"))
            {
                SeparatesAlone = why is not null && wrong == 0 && !target.IsOneOfSeveral && rows >= StepFormulas.FewestRowsOfHint,
            };
        }

        return OneSided(column, target, tries, positives - both, name);
    }

    // Filled in for some of one class, and for none of the other.
    private static TargetLeak? OneSided(ColumnAbsence column, AskedTarget target, int tries, int filledPositives, string name)
    {
        int filled = column.IsMissing.Count(one => !one);
        int label = filledPositives == filled ? target.Positive : filledPositives == 0 ? 1 - target.Positive : -1;
        if (label < 0 || target.Labels[label].Length == 0 || filled < LevelFunction.FewestRest) return null;
        double chance = LeakEvidence.Share(FunctionChance.LogChoices(target.Counts[label], filled)
            - FunctionChance.LogChoices(target.Rows, filled) + Math.Log(tries));
        return chance > LeakEvidence.Luck ? null : new(
            LeakageKind.Function, LeakageStatus.Hint, [column.Feature], $"{name} is filled in only where {FormulaText.Is(target, label)}",
            new(target.Rows, chance, $"on {filled} of {target.Counts[label]} such rows, and on no other"));
    }
}
