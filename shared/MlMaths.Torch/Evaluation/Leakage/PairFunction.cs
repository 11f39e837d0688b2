namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: two codes that say nothing alone and everything together, as with "one of them, not both". What one of
/// the two knows honestly must not count, so labels are shuffled among rows of one value of it:
/// <code>p = max( ∏ over values of a of p(labels are a function of b there),  the same with a and b exchanged )</code>
/// </summary>
internal static class PairFunction
{
    private const int FewestRowsOfCell = 10, MaxColumns = 100;

    /// <summary>All such pairs of columns that are codes.</summary>
    public static IEnumerable<TargetLeak> In(AskedColumns columns, IReadOnlyList<int> free, AskedTarget target, int questions)
    {
        int[] codes = [.. free.Where(column => columns.Levels[column].AreCodes).Take(MaxColumns)];
        for (int i = 0; i < codes.Length; i++)
        {
            for (int j = i + 1; j < codes.Length; j++)
            {
                if (Of(columns, target, codes[i], codes[j], questions) is { } found) yield return found;
            }
        }
    }

    private static TargetLeak? Of(AskedColumns columns, AskedTarget target, int first, int second, int questions)
    {
        ColumnLevels a = columns.Levels[first], b = columns.Levels[second];
        if (FewestRowsOfCell * a.Count * b.Count > target.Rows || IsContradicted(a, b, target)) return null;
        var cells = ColumnLevels.Of(a, b);
        int[] label = cells.LabelsBy(target.OfRow)!;
        double log = Math.Max(LogGiven(cells, label, code => code / b.Count), LogGiven(cells, label, code => code % b.Count));
        double chance = columns.Corrected(log, 2, questions);
        if (chance > LeakEvidence.Luck) return null;
        string? why = LevelFunction.TooFew(target);
        return new(
            LeakageKind.Combination, why is null ? LeakageStatus.Found : LeakageStatus.Hint, [first, second],
            Formula(columns, target, (first, second), cells, label), new(target.Rows, chance, why ?? "it holds on every row"));
    }

    private static bool IsContradicted(ColumnLevels a, ColumnLevels b, AskedTarget target)
    {
        int[] known = new int[a.Count * b.Count];
        for (int row = 0; row < target.Rows; row++)
        {
            ref int label = ref known[a.OfRow[row] * b.Count + b.OfRow[row]];
            if (label == 0) label = target.OfRow[row] + 1;
            else if (label != target.OfRow[row] + 1) return true;
        }

        return false;
    }

    private static double LogGiven(ColumnLevels cells, int[] label, Func<int, int> given) => Enumerable.Range(0, cells.Count)
        .GroupBy(cell => given((int)cells.Values[cell]))
        .Sum(cellsOfValue =>
        {
            int[] inside = [.. cellsOfValue], counts = new int[label.Max() + 1];
            foreach (int cell in inside)
                counts[label[cell]] += cells.Counts[cell];
            return FunctionChance.LogOfLevels([.. inside.Select(cell => cells.Counts[cell])], counts);
        });

    private static string Formula(
        AskedColumns columns, AskedTarget target, (int First, int Second) pair, ColumnLevels cells, int[] label)
    {
        ColumnLevels a = columns.Levels[pair.First], b = columns.Levels[pair.Second];
        string names = $"({columns.Names[pair.First]}, {columns.Names[pair.Second]})";
        if (target.Measured is not null) return $"{FormulaText.Name(target.Name)} = f{names}: each pair of values has one";
        return FormulaText.Where(target, wanted => $"{names} is {FormulaText.Either(
            [.. Enumerable.Range(0, cells.Count).Where(cell => label[cell] == wanted).Select(Pair)])}");

        string Pair(int cell)
        {
            int code = (int)cells.Values[cell];
            return $"({columns.Written(pair.First, a.Values[code / b.Count])}, "
                + $"{columns.Written(pair.Second, b.Values[code % b.Count])})";
        }
    }
}
