namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check for a measured target: a curve of one column is the target on every row, or the two rise together
/// without a row out of order.
/// </summary>
internal static class CurveFormulas
{
    private const int FewestOrderedValues = 100;

    private static readonly (string Before, string After, Func<double, double> Curve)[] Curves =
    [
        ("", "²", x => x * x), ("√", "", Math.Sqrt), ("ln ", "", Math.Log), ("exp ", "", Math.Exp), ("1/", "", x => 1 / x),
        ("|", "|", Math.Abs),
    ];

    /// <summary>The curve, or null.</summary>
    public static TargetLeak? Of(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        if (target.Measured is not { } y) return null;
        double[] x = columns.Values[column];
        foreach ((string before, string after, Func<double, double> curve) in Curves)
        {
            double[] curved = Array.ConvertAll(x, value => curve(value));
            if (!curved.All(double.IsFinite) || !(Math.Abs(Correlation(curved, y)) > 0.99)
                || ExactFit.Of([curved], y, ExactFit.Measured) is not { } fit)
            {
                continue;
            }

            double chance = columns.Corrected(FunctionChance.LogOfSpan(1, target) + Math.Log(Curves.Length), 1, questions);
            string formula = FormulaText.Sum([(fit.Weights[0], $"{before}{columns.Names[column]}{after}")], fit.Constant);
            return chance <= LeakEvidence.Luck ? Found(target, column, $"{FormulaText.Name(target.Name)} = {formula}", chance) : null;
        }

        return Turned(columns, target, column, questions) ?? InOrder(columns, target, column, questions);
    }

    // The column in the target's units, rounded more coarsely than the target: x = c y + c₀ holds to x's last decimal, y = … does not.
    private static TargetLeak? Turned(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        double[] x = columns.Values[column], y = target.Measured!;
        if (!(Math.Abs(Correlation(x, y)) > 0.99) || ExactFit.Of([y], x, ExactFit.Measured) is not { } fit) return null;
        double chance = columns.Corrected(CombinationFormulas.LogChance(fit, 1, target), 1, questions);
        string formula = FormulaText.Sum([(fit.Weights[0], FormulaText.Name(target.Name))], fit.Constant);
        return chance <= LeakEvidence.Luck ? Found(target, column, $"{columns.Names[column]} = {formula}", chance) : null;
    }

    // 2 of n!/∏ nₖ! orders are the same as the column's, or its mirror image.
    private static TargetLeak? InOrder(AskedColumns columns, AskedTarget target, int column, int questions)
    {
        ColumnLevels levels = columns.Levels[column];
        if (levels.Count < FewestOrderedValues || levels.LabelsBy(target.OfRow) is not { } label) return null;
        bool rises = true, falls = true;
        for (int level = 1; level < label.Length; level++)
        {
            rises &= label[level] > label[level - 1];
            falls &= label[level] < label[level - 1];
        }

        double chance = columns.Corrected(Math.Log(2) - target.LogOrders, 1, questions);
        return (rises || falls) && chance <= LeakEvidence.Luck
            ? Found(target, column, $"{FormulaText.Name(target.Name)} {(rises ? "rises" : "falls")} "
                + $"wherever {columns.Names[column]} rises, without a row out of order", chance)
            : null;
    }

    private static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int row = 0; row < x.Length; row++)
        {
            xy += (x[row] - meanX) * (y[row] - meanY);
            xx += (x[row] - meanX) * (x[row] - meanX);
            yy += (y[row] - meanY) * (y[row] - meanY);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    private static TargetLeak Found(AskedTarget target, int column, string formula, double chance) => new(
        LeakageKind.Function, LeakageStatus.Found, [column], formula, new(target.Rows, chance, "it holds on every row"));
}
