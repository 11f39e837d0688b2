namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: target coding. A text was replaced by the mean of the target over its rows, before anything was split, so that every
/// row's own target is in its feature. Such a column gives itself away: it is the mean of the target over the rows that share its value,
/// <code>
/// v = 1/m Σ yᵢ over the m rows with xᵢ = v          for every value v of the column
/// p ≤ ∏ C(mᵥ, kᵥ) / C(n, K)                          classes: the orders of the labels in which value v has kᵥ positives, as v says
/// </code>
/// and of a measured target to six digits in each of at least three values.
/// </summary>
internal static class CodedByTarget
{
    private const int FewestValues = 3;
    private const double Tolerance = 1e-6;

    // A mean that agrees to six digits of the spread is luck once in a hundred thousand times, at most.
    private static readonly double LogLuckOfValue = Math.Log(1e-5);

    /// <summary>The coding, or null.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.Count < FewestValues || levels.AreMeasured) return null;
        return target.Measured is { } numbers
            ? OfNumbers(columns, target, column, numbers, questions)
            : Enumerable.Range(0, target.IsBinary ? 2 : 0).Select(label => OfClass(columns, target, column, label, questions))
                .FirstOrDefault(found => found is not null);
    }

    private static TargetLeak? OfClass(AskedColumns columns, AskedTarget target, int column, int label, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        int[] positives = new int[levels.Count];
        for (int row = 0; row < target.Rows; row++)
            positives[levels.OfRow[row]] += target.OfRow[row] == label ? 1 : 0;
        double logChance = -FunctionChance.LogChoices(target.Rows, target.Counts[label]);
        for (int level = 0; level < levels.Count; level++)
        {
            if (Math.Abs((double)positives[level] / levels.Counts[level] - levels.Values[level]) > Tolerance) return null;
            logChance += FunctionChance.LogChoices(levels.Counts[level], positives[level]);
        }

        string name = columns.Names[column];
        return Found(columns, column, logChance, questions, target.Rows,
            $"{name} = the share of rows with {FormulaText.Is(target, label)} among those with the same {name}");
    }

    private static TargetLeak? OfNumbers(AskedColumns columns, AskedTarget target, int column, double[] numbers, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (2 * levels.Count > levels.Rows) return null;
        double[] sums = new double[levels.Count];
        for (int row = 0; row < numbers.Length; row++)
            sums[levels.OfRow[row]] += numbers[row];
        double reach = Tolerance * AskedColumns.Spread(numbers);
        bool isMean = sums.Index().All(sum => Math.Abs(sum.Item / levels.Counts[sum.Index] - levels.Values[sum.Index]) <= reach);
        string name = columns.Names[column];
        return isMean
            ? Found(columns, column, levels.Count * LogLuckOfValue, questions, target.Rows,
                $"{name} = the mean {FormulaText.Name(target.Name)} of the rows with the same {name}")
            : null;
    }

    private static TargetLeak? Found(AskedColumns columns, int column, double logChance, int questions, int rows, string formula)
    {
        double chance = columns.Corrected(logChance, 1, questions);
        return chance > LeakEvidence.Luck ? null : new(
            LeakageKind.Function, LeakageStatus.Found, [column], formula,
            new(rows, chance, $"target coding, in all {columns.Levels[column].Count} values: such a mean has seen the rows that it would "
                + $"predict"));
    }
}
