namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: smoothed target coding. As <see cref="CodedByTarget"/>, but the mean of a level is drawn towards the mean of all
/// rows, the more so the fewer rows it has:
/// <code>
/// v = (m ȳᵥ + a ȳ) / (m + a)        m rows with xᵢ = v, their mean ȳᵥ, the mean ȳ of all
/// a = m (ȳᵥ − v) / (v − ȳ)          what every value tells of the weight a
///   = c, one number                                 a weight that was chosen
///   = c s²ᵥ, with c s² = 1                          scikit-learn's: the variance among the level's rows against that of all
/// </code>
/// k levels of classes with equal rows and equal means share one value, which then tells k times the weight. A column is such a code where
/// one c explains it; the luck is counted as in <see cref="CodedByTarget"/>, the value that gave c given away, and every k counted.
/// </summary>
internal static class CodedTowardsMean
{
    private const int FewestValues = 4, MostAsked = 12, MostShared = 20, TriedFirst = 50, MostCounted = 300;
    private const double Tolerance = 1e-6, CoarsestUnit = 1e-3, Explained = 0.95;

    private static readonly double LogLuckOfValue = Math.Log(1e-4);

    /// <summary>The coding, or null.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.Count < FewestValues || 2 * levels.Count > levels.Rows) return null;
        if (target.Measured is { } numbers) return In(numbers, isClass: false, FormulaText.Name(target.Name));
        return Enumerable.Range(0, target.IsBinary ? 2 : 0).Select(label => In(
            [.. target.OfRow.Select(one => one == label ? 1.0 : 0)], isClass: true, FormulaText.Is(target, label)))
            .FirstOrDefault(found => found is not null);

        TargetLeak? In(double[] y, bool isClass, string what)
        {
            var means = LevelMeans.Of(levels, y, columns.Values[column], isClass);
            if (!isClass && !means.AreExact) return null;
            return Weights(means).Where(means.MayExplain).Select(means.Explains).MaxBy(one => one.Rows) is { } best
                && best.Rows >= Explained * levels.Rows
                && columns.Corrected(means.LogChance(best), 1, questions)
                    is var chance and <= LeakEvidence.Luck
                ? new(
                    LeakageKind.Function, LeakageStatus.Found, [column],
                    $"{columns.Names[column]} = {(isClass ? $"the share of rows with {what}" : $"the mean {what}")} among those with the "
                    + $"same {columns.Names[column]}, drawn towards that of all rows",
                    new(target.Rows, chance, $"smoothed target coding, in {best.Levels.Count} of {levels.Count} values: such a mean has "
                        + $"seen the rows that it would predict"))
                : null;
        }
    }

    // Every value proposes; the clearest, far from the mean of all, are asked.
    private static IEnumerable<Weight> Weights(LevelMeans means) => Enumerable.Range(0, means.Count)
        .OrderByDescending(means.Clarity).Take(MostAsked)
        .SelectMany(level => Enumerable.Range(1, means.SharedBy(level))
            .Select(shared => new Weight(means.Told(level) / shared, ByVariance: false)))
        .Where(weight => weight.Size >= -Tolerance && double.IsFinite(weight.Size))
        .Append(new Weight(1, ByVariance: true));

    /// <summary>c, and whether a level's own variance multiplies it.</summary>
    private sealed record Weight(double Size, bool ByVariance);

    private sealed record Agreement(Weight Weight, IReadOnlyList<int> Levels, int Rows);

    private sealed class LevelMeans(
        ColumnLevels levels, double[] sums, double[] squares, double mean, double variance, double reach, bool isClass)
    {
        public int Count => levels.Count;

        /// <summary>Whether a value that agrees says something beside the spread of the target.</summary>
        public bool AreExact => reach <= 1e-4 * Math.Sqrt(variance);

        public static LevelMeans Of(ColumnLevels levels, double[] y, double[] values, bool isClass)
        {
            double[] sums = new double[levels.Count], squares = new double[levels.Count];
            for (int row = 0; row < y.Length; row++)
            {
                sums[levels.OfRow[row]] += y[row];
                squares[levels.OfRow[row]] += y[row] * y[row];
            }

            double mean = y.Average(), variance = squares.Sum() / y.Length - mean * mean, unit = AskedColumns.Unit(values);
            double reach = Math.Max(Tolerance * Math.Sqrt(variance), unit <= CoarsestUnit ? 0.51 * unit : 0);
            return new(levels, sums, squares, mean, variance, reach, isClass);
        }

        public double Clarity(int level) => Math.Abs(levels.Values[level] - mean) * levels.Counts[level];

        /// <summary>The weight that a value tells of.</summary>
        public double Told(int level) =>
            (sums[level] - levels.Counts[level] * levels.Values[level]) / (levels.Values[level] - mean);

        /// <summary>So many levels at most share a value: means of numbers are hardly ever equal.</summary>
        public int SharedBy(int level) => isClass ? Math.Min(MostShared, levels.Counts[level]) : 1;

        /// <summary>Whether it is worth while to look at all values.</summary>
        public bool MayExplain(Weight weight) =>
            Enumerable.Range(0, Math.Min(TriedFirst, Count)).Count(level => IsExplained(level, weight)) > Math.Min(TriedFirst, Count) / 2;

        public Agreement Explains(Weight weight)
        {
            int[] explained = [.. Enumerable.Range(0, Count).Where(level => IsExplained(level, weight))];
            return new(weight, explained, explained.Sum(level => levels.Counts[level]));
        }

        /// <summary>
        /// The share of all orders of the labels in which the explained values have the positives that they say, as ln; of numbers, the
        /// luck of each value.
        /// </summary>
        public double LogChance(Agreement agreement)
        {
            double logTries = Math.Log(2.0 * MostAsked * MostShared) + FunctionChance.LogChoices(Count, Count - agreement.Levels.Count);
            int[] asked = [.. agreement.Levels.OrderByDescending(Clarity).Skip(1)]; // the clearest gave c
            if (!isClass) return logTries + asked.Length * LogLuckOfValue;
            int positives = (int)Math.Round(sums.Sum()), rows = levels.Rows;
            double log = logTries - FunctionChance.LogChoices(rows, positives);
            foreach (int level in asked)
            {
                int ofLevel = (int)Math.Round(sums[level]);
                log += FunctionChance.LogChoices(levels.Counts[level], ofLevel) + Math.Log(Math.Max(1, Readings(level, agreement.Weight)));
                rows -= levels.Counts[level];
                positives -= ofLevel;
            }

            return log + FunctionChance.LogChoices(rows, positives);
        }

        private bool IsExplained(int level, Weight weight) => Enumerable.Range(1, SharedBy(level)).Any(shared =>
            IsExplained(level, shared * weight.Size * (weight.ByVariance ? VarianceShare(level) : 1)));

        private bool IsExplained(int level, double a) =>
            Math.Abs((sums[level] + a * mean) / (levels.Counts[level] + a) - levels.Values[level]) <= reach
            && (!isClass || reach * (levels.Counts[level] + a) < 0.5);

        // Whole numbers of positives that a value may mean, of any k.
        private int Readings(int level, Weight weight)
        {
            int rows = levels.Counts[level];
            if (rows > MostCounted) return SharedBy(level);
            return Enumerable.Range(0, rows + 1).Count(positives => Enumerable.Range(1, SharedBy(level)).Any(shared =>
            {
                double own = (double)positives / rows, a = shared * weight.Size * (weight.ByVariance ? own * (1 - own) / variance : 1);
                return Math.Abs((positives + a * mean) / (rows + a) - levels.Values[level]) <= reach;
            }));
        }

        private double VarianceShare(int level)
        {
            double own = sums[level] / levels.Counts[level];
            return (squares[level] / levels.Counts[level] - own * own) / variance;
        }
    }
}
