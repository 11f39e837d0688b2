using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>What the weights say, and when not to believe them.</summary>
internal static class WeightsSection
{
    private const int MaxShown = 30, MaxPairs = 6;

    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        WeightFindings weights = findings.Weights;
        ColumnWeight[] shown = [.. weights.ByStrength.Take(MaxShown)];
        ColumnWeight strongest = shown[0];
        return new Section(
            "What do the weights say?",
            [
                new Paragraph(
                    $"Columns are standardised, so weights can be compared: a weight is the change in the logit when "
                    + $"its column rises by one standard deviation and all others stay the same. "
                    + $"One unit of logit multiplies the odds by e ≈ 2.7."),
                new FigureBlock(
                    IntervalFigure.Draw("weights", "change in the logit per deviation of the column",
                        [.. shown.Select(column => new NamedInterval(column.Name, column.Weight))]),
                    $"Bars are 95 % intervals ({strongest.Weight.Method}, each a new fit at the same penalty). "
                    + $"Where a bar crosses zero, another sample might have given the weight the opposite sign.").Told(),
                new Paragraph(
                    $"The penalty pulls all of them towards zero, so a bar shows how far a weight varies, "
                    + $"not how far it is from the truth."),
                .. LevelWeights.Of(findings.Preparation, feature => PerLevel(findings, feature), "the logit"),
                .. Caution(findings),
            ],
            $"{Heaviest(findings)} The rows leave the sign of {measurements["weights.sign_open"]} open.");
    }

    /// <summary>The heaviest weight whose sign the rows settle: of another one nobody knows which way it pulls.</summary>
    private static MarkdownText Heaviest(LogisticFindings findings)
    {
        ColumnWeight heaviest = findings.Weights.ByStrength.First();
        ColumnWeight? settled = findings.Weights.ByStrength.FirstOrDefault(column => !column.Weight.Contains(0));
        if (settled is not { Weight: { Value: { } value, Low: { } low, High: { } high } })
            return $"**{heaviest.Name}** has the largest weight, but its interval includes 0, and so do all others.";
        double[] ends = value > 0 ? [low, high] : [-high, -low];
        MarkdownText larger = heaviest == settled
            ? MarkdownText.Empty
            : MarkdownText.Of($" The weight of {heaviest.Name} is larger, but its interval includes 0.");
        return $"**{settled.Name}** weighs most{(heaviest == settled ? "" : ", of those whose sign is known")}: "
            + $"one more standard deviation moves the odds of {findings.Data.Target.PositiveWords} {(value > 0 ? "up" : "down")} by a "
            + $"factor of {Math.Exp(Math.Abs(value)):0.00} (95 % interval {Math.Exp(ends[0]):0.00} to {Math.Exp(ends[1]):0.00}), "
            + $"all else equal{NeverAlone(findings, settled)}.{larger}";
    }

    // A weight that moves with others is read with them.
    private static MarkdownText NeverAlone(LogisticFindings findings, ColumnWeight weight)
    {
        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        string[] others = [.. findings.Weights.Collinearity.Pairs
            .Where(pair => pair.First == weight.Column || pair.Second == weight.Column)
            .Select(pair => names[pair.First == weight.Column ? pair.Second : pair.First])];
        return others switch
        {
            [] => MarkdownText.Empty,
            [var only] => MarkdownText.Of($", which it never is, as it moves with {only}"),
            [var first, ..] => MarkdownText.Of(
                $", which it never is, as it moves with {first} and {Counted.Of(others.Length - 1, "other column")}"),
        };
    }

    private static Interval? PerLevel(LogisticFindings findings, string feature) =>
        findings.Weights.ByColumn.FirstOrDefault(column => column.Name == feature) is { } found
            ? found.Weight.Times(1 / findings.Data.Scaler.Deviations[found.Column])
            : null;

    private static IEnumerable<Block> Caution(LogisticFindings findings)
    {
        Collinearity collinearity = findings.Weights.Collinearity;
        if (collinearity.Pairs.Count == 0)
            yield break;

        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        yield return Callout.Caution(
            $"**Collinear columns.** {collinearity.Pairs.Count} pairs of columns have a correlation above 0.9. "
            + $"“All else "
            + $"equal” never happens to them: what one gains in weight the other loses, so their individual weights, "
            + $"and signs, must not be read as effects. Predictions are not harmed. {Inflation(collinearity, names)}").Folded();
        yield return new Table(
            $"The strongest pairs, on the training rows.",
            ["Column", "Correlates with", "Correlation"],
            [.. collinearity.Pairs.Take(MaxPairs).Select(pair =>
                (IReadOnlyList<MarkdownText>)[names[pair.First], names[pair.Second], $"{pair.Correlation:0.000}"])]);
    }

    private static MarkdownText Inflation(Collinearity collinearity, IReadOnlyList<string> names)
    {
        (double? Factor, int Column) worst =
            collinearity.VarianceInflation.Select((factor, column) => (factor, column)).MaxBy(pair => pair.factor ?? 0);
        return worst.Factor is { } factor
            ? MarkdownText.Of(
                $"In an unpenalised linear fit the variance of the weight of {names[worst.Column]} would be {factor:0} "
                + $"times what it would be alone.")
            : MarkdownText.Of($"Some columns are exact combinations of others.");
    }
}
