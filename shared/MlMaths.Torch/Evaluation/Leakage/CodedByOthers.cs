namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: leave-one-out target coding. A text was replaced by the mean of the target over the <em>other</em> rows of its level,
/// which looks fair and is worse: within a level of m rows with the sum S,
/// <code>
/// vᵢ = (S − yᵢ) / (m − 1)                       so that yᵢ = S − (m − 1) vᵢ falls as vᵢ rises: the row's own target, in disguise
/// classes   S/(m − 1) for the m − S negatives of a level, (S − 1)/(m − 1) for its S positives: two values, and their counts fit
/// numbers   (m − 1)(vᵢ − vⱼ) = yⱼ − yᵢ for m − 1 rows j, and those rows have the mean vᵢ
/// </code>
/// The levels need not be in the table; where a column has them, the first line is asked of every row. Levels of no positive or of
/// positives only tell nothing (v is 0 or 1), and are no evidence either way; levels of few rows share their values with others, and are
/// then not told apart without their column.
/// </summary>
internal static class CodedByOthers
{
    private const int FewestValues = 4, MostValues = 1500, FewestPairs = 3, Probes = 20;
    private const double Tolerance = 1e-6, ExplainedOfClasses = 0.6, ExplainedOfNumbers = 0.8;

    // Rows of a table without such a code that pass as one: below one of a hundred, in any that was drawn.
    private static readonly double LogLuckOfProbe = Math.Log(1e-2);

    /// <summary>The coding, or null.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.Count < FewestValues) return null;
        string name = columns.Names[column];
        if (Groups(columns, target, column) is int groups)
        {
            string what = target.Measured is null ? $"the share of rows with {FormulaText.Is(target, target.Positive)}"
                : $"the mean {FormulaText.Name(target.Name)}";
            return Found(columns, target, column, groups * Math.Log(2) - target.LogOrders, questions * columns.Usable.Count,
                $"{name} = {what} among all other rows of its group");
        }

        if (target.Measured is { } y)
        {
            return LogChanceOfNumbers(columns.Values[column], y) is double log
                ? Found(columns, target, column, log, questions,
                    $"{name} = the mean {FormulaText.Name(target.Name)} of all other rows of one group")
                : null;
        }

        return target.IsBinary && LogChanceOfClasses(levels, target, target.Positive) is double ofClass
            ? Found(columns, target, column, ofClass, questions,
                $"{name} = the share of rows with {FormulaText.Is(target, target.Positive)} among all other rows of one group")
            : target.IsBinary && LogChanceOfClasses(levels, target, 1 - target.Positive) is double ofOther
            ? Found(columns, target, column, ofOther, questions,
                $"{name} = the share of rows with {FormulaText.Is(target, 1 - target.Positive)} among all other rows of one group")
            : null;
    }

    // How many groups the column has whose other rows it tells of; null where there is none. Given them and v, every row is given.
    private static int? Groups(AskedColumns columns, AskedTarget target, int column)
    {
        if (target.Measured is null && !target.IsBinary) return null;
        double[] v = columns.Values[column];
        double[] y = target.Measured ?? [.. target.OfRow.Select(label => label == target.Positive ? 1.0 : 0)];
        double reach = Tolerance * Math.Max(1, AskedColumns.Spread(y));
        foreach (int other in columns.Usable)
        {
            ColumnLevels groups = columns.Levels[other];
            if (other == column || groups.Count < FewestPairs || groups.AreMeasured) continue;
            double[] sums = new double[groups.Count];
            for (int row = 0; row < y.Length; row++)
                sums[groups.OfRow[row]] += y[row];
            if (Enumerable.Range(0, y.Length).All(row => groups.Counts[groups.OfRow[row]] is var m && (m == 1
                || Math.Abs((sums[groups.OfRow[row]] - y[row]) / (m - 1) - v[row]) <= reach)))
            {
                return groups.Count;
            }
        }

        return null;
    }

    private static TargetLeak? Found(AskedColumns columns, AskedTarget target, int column, double log, int questions, string formula)
    {
        double chance = columns.Corrected(log, 1, questions);
        return chance > LeakEvidence.Luck ? null : new(
            LeakageKind.Function, LeakageStatus.Found, [column], formula,
            new(target.Rows, chance, "target coding that leaves the row itself out: what is left out shows by its absence"));
    }

    private static double? LogChanceOfClasses(ColumnLevels levels, AskedTarget target, int label)
    {
        double[] v = levels.Values;
        if (levels.Count > MostValues || v[0] < 0 || v[^1] > 1) return null;
        int[] positives = new int[levels.Count];
        for (int row = 0; row < target.Rows; row++)
            positives[levels.OfRow[row]] += target.OfRow[row] == label ? 1 : 0;
        int[] negatives = [.. levels.Counts.Zip(positives, (all, some) => all - some)];
        int telling = Enumerable.Range(0, levels.Count).Sum(at => (v[at] > 0 ? negatives[at] : 0) + (v[at] < 1 ? positives[at] : 0));
        HashSet<int> touched = [];
        int explained = 0, pairs = 0;
        double logTries = 0;
        for (int high = 1; high < levels.Count; high++)
        {
            (int tries, int low, int k) = Partner(v, negatives, positives, high);
            if (tries > 0) logTries += Math.Log(1 + tries); // with partners, or with none
            if (low < 0) continue;
            explained += negatives[high] + positives[low];
            pairs++;
            touched.Add(high);
            touched.Add(low);
            logTries += Math.Log(1 + k);
        }

        if (pairs < FewestPairs || explained < ExplainedOfClasses * telling) return null;
        int rows = levels.Rows, left = target.Counts[label];
        double log = -FunctionChance.LogChoices(rows, left);
        foreach (int level in touched)
        {
            log += FunctionChance.LogChoices(levels.Counts[level], positives[level]);
            rows -= levels.Counts[level];
            left -= positives[level];
        }

        return log + FunctionChance.LogChoices(rows, left) + logTries;
    }

    // For the negatives at v₀ the positives at v₁ = v₀ − 1/(m − 1) of the same levels, k levels of one m and S.
    private static (int Tries, int Low, int Levels) Partner(double[] v, int[] negatives, int[] positives, int high)
    {
        int tries = 0;
        for (int low = high - 1; low >= 0; low--)
        {
            double others = Math.Round(1 / (v[high] - v[low])), sum = Math.Round(v[high] * others);
            if (others > negatives[high] + positives[low]) continue;
            if (Math.Abs((v[high] - v[low]) * others - 1) > Tolerance * others || Math.Abs(v[high] * others - sum) > Tolerance * others
                || sum < 1 || sum > others)
            {
                continue;
            }

            tries++;
            int s = (int)sum, rest = (int)others + 1 - s, k = positives[low] / s;
            if (k >= 1 && positives[low] == k * s && negatives[high] == k * rest) return (tries, low, k);
        }

        return (tries, -1, 0);
    }

    private static double? LogChanceOfNumbers(double[] v, double[] y)
    {
        double reach = Tolerance * AskedColumns.Spread(y);
        if (!(reach > 0)) return null;
        int probes = Math.Min(Probes, y.Length), hits = 0;
        for (int probe = 0; probe < probes; probe++)
        {
            hits += IsMeanOfOthers(v, y, (int)((long)probe * y.Length / probes), reach) ? 1 : 0;
            if (probe == 4 && hits == 0) return null; // nearly all columns of nearly all tables
        }

        return hits >= ExplainedOfNumbers * probes ? hits * LogLuckOfProbe : null;
    }

    private static bool IsMeanOfOthers(double[] v, double[] y, int row, double reach)
    {
        Dictionary<int, (int Rows, double Sum)> byOthers = [];
        int equal = 0;
        for (int other = 0; other < y.Length; other++)
        {
            double step = v[row] - v[other], rise = y[other] - y[row];
            if (other == row || step == 0)
            {
                equal += other != row && rise == 0 ? 1 : 0;
                continue;
            }

            double others = Math.Round(rise / step);
            if (others < 2 || others >= y.Length || Math.Abs(others * step - rise) > reach * others) continue;
            (int rows, double sum) = byOthers.GetValueOrDefault((int)others);
            byOthers[(int)others] = (rows + 1, sum + y[other]);
        }

        return byOthers.Any(one => one.Value.Rows >= 2 && one.Key - one.Value.Rows is >= 0 and var same && same <= equal
            && Math.Abs(one.Value.Sum + same * y[row] - one.Key * v[row]) <= reach * one.Key);
    }
}
