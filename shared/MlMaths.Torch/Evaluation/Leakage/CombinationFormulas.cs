using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: a weighted sum of columns, or a product of their powers, is the target on every row. Labels that are
/// words count as 1 where the one that is asked for holds, else as 0.
/// </summary>
internal static class CombinationFormulas
{
    private const int FewestSpareRows = 10;

    /// <summary>A sum; null where there is none.</summary>
    public static TargetLeak? Sum(AskedColumns columns, IReadOnlyList<int> free, AskedTarget target, int questions)
    {
        double[]? y = target.Numbers ?? (target.IsBinary ? [.. target.OfRow.Select(level => level == target.Positive ? 1.0 : 0)] : null);
        if (y is null) return null;
        double[][] x = [.. free.Select(column => columns.Values[column])];
        foreach (int[] places in CombinationSearch.Of(x, y))
        {
            double[][] some = [.. places.Select(place => x[place])];
            if (ExactFit.Of(some, y, target.Measured is null ? ExactFit.Labels : ExactFit.Measured) is not { } fit) continue;
            int[] chosen = [.. places.Select(place => free[place])];
            if (Judged(columns, target, chosen, fit, questions, SumFormula(columns, target, chosen, fit)) is { } leak) return leak;
        }

        return null;
    }

    /// <summary>A product, of a target and columns above 0: a sum of logarithms; null where there is none.</summary>
    public static TargetLeak? Product(AskedColumns columns, IReadOnlyList<int> free, AskedTarget target, int questions)
    {
        if (target.Measured is not { } y || y.Any(value => value <= 0)) return null;
        int[] above = [.. free.Where(column => columns.Levels[column].Values[0] > 0)];
        double[][] logs = [.. above.Select(column => Array.ConvertAll(columns.Values[column], Math.Log))];
        foreach (int[] places in CombinationSearch.Of(logs, Array.ConvertAll(y, Math.Log)))
        {
            int[] chosen = [.. places.Select(place => above[place])];
            if (ProductFit.Of([.. chosen.Select(column => columns.Values[column])], y) is not { } fit) continue;
            string formula = $"{FormulaText.Name(target.Name)} = " + FormulaText.Product(
                fit.Factor, [.. fit.Exponents.Zip(chosen, (exponent, column) => (exponent, columns.Names[column]))]);
            if (Judged(columns, target, chosen, fit.Fit, questions, formula) is { } leak) return leak;
        }

        return null;
    }

    /// <summary>
    /// Exact: as many of all orders as a span can hold. Up to rounding: 1 − R² of normal noise is Beta((n − s − 1)/2, s/2).
    /// </summary>
    public static double LogChance(ExactFit fit, int columns, AskedTarget target) => fit.IsExact
        ? FunctionChance.LogOfSpan(columns, target)
        : IncompleteBeta.Log((target.Rows - columns - 1) / 2.0, columns / 2.0, fit.Unexplained, 1 - fit.Unexplained);

    private static TargetLeak? Judged(
        AskedColumns columns, AskedTarget target, int[] chosen, ExactFit fit, int questions, string formula)
    {
        if (target.Rows < chosen.Length + 1 + FewestSpareRows) return null;
        double chance = columns.Corrected(LogChance(fit, chosen.Length, target), chosen.Length, questions);
        if (chance > LeakEvidence.Luck) return null;
        // Measured columns hit a class exactly by no honest strength; codes may, on few rows.
        string? why = target.Measured is null && !chosen.Any(column => columns.Levels[column].AreMeasured)
            ? LevelFunction.TooFew(target) : null;
        LeakageKind kind = chosen.Length == 1 ? LeakageKind.Function : LeakageKind.Combination;
        return new(kind, why is null ? LeakageStatus.Found : LeakageStatus.Hint, chosen, formula,
            new(target.Rows, chance, why ?? (fit.IsExact ? "it holds on every row" : "it holds on every row, up to rounding")));
    }

    private static string SumFormula(AskedColumns columns, AskedTarget target, int[] chosen, ExactFit fit)
    {
        if (target.Numbers is not null)
        {
            return $"{FormulaText.Name(target.Name)} = " + FormulaText.Sum(
                [.. fit.Weights.Zip(chosen, (weight, column) => (weight, columns.Names[column]))], fit.Constant);
        }

        // 1 where positive = c₀ + Σ cx  ⇔  Σ (c/c₁)x = (1 − c₀)/c₁, with the smallest of the weights for c₁
        double unit = Math.Abs(fit.Weights.MinBy(Math.Abs)) * (fit.Weights.All(weight => weight < 0) ? -1 : 1);
        string sum = FormulaText.Sum(
            [.. fit.Weights.Zip(chosen, (weight, column) => (Near(weight / unit), columns.Names[column]))], 0);
        return $"{FormulaText.Is(target, target.Positive)} exactly where {sum} is {FormulaText.Number(Near((1 - fit.Constant) / unit))}";
    }

    private static double Near(double value) => Math.Abs(value - Math.Round(value)) < 1e-9 ? Math.Round(value) : value;
}
