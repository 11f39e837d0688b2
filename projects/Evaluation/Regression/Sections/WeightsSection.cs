using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>What a weight says, and what it does not.</summary>
internal static class WeightsSection
{
    private const int MaxRows = 60;

    public static Section Of(RegressionFindings findings)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        int[] order = [.. Enumerable.Range(1, names.Count).OrderByDescending(k => Math.Abs(coefficients.Fit.Weights[k]))];
        return new Section(
            "What does a weight mean?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \mathrm{cov}\, \theta &= \sigma^2 (A^\top A)^{-1}
                        && \text{$s^2 = \lVert y - A\theta \rVert^2/(n - p)$ in place of $\sigma^2$} \\
                    \theta_j &\pm t\, s \sqrt{((A^\top A)^{-1})_{jj}} && \text{$t$ with $n - p$ degrees of freedom}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"A weight is the difference in the prediction between two rows that differ by one deviation in "
                    + $"one column and are alike in all others. It is not what happens when someone changes that "
                    + $"column: whatever moves along with it, or causes both, is not included. "
                    + $"And where columns are correlated, few rows in the data are alike in all others."),
                new FigureBlock(
                    CoefficientFigure.Draw(
                        $"weight per deviation of the column",
                        [.. order.Select(k => new NamedInterval(names[k - 1], coefficients.Intervals[k]))],
                        [.. order.Select(k => coefficients.Bootstrapped[k])], ("t", "bootstrap")),
                    $"Each weight with two 95 % intervals. The t interval assumes errors of constant spread; "
                    + $"the bootstrap resamples rows, whatever their errors are. {Widths(coefficients)}").Told(),
                Weights(findings, order),
                .. LevelWeights.Of(findings.Data.Preparation, feature => PerLevel(findings, feature), "the prediction"),
                Together(findings),
                Influence(findings),
            ],
            Conclusion(findings, order));
    }

    private static Interval? PerLevel(RegressionFindings findings, string feature)
    {
        int place = findings.Data.Rows.ColumnNames.ToList().IndexOf(feature);
        return place < 0 ? null : findings.Coefficients.Intervals[place + 1].Times(1 / findings.Data.Scaler.Deviations[place]);
    }

    private static Table Weights(RegressionFindings findings, int[] order)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        RegressionData data = findings.Data;
        MarkdownText cut = order.Length > MaxRows
            ? MarkdownText.Of($" The {MaxRows} largest of {order.Length}; all are in statistics.json.")
            : MarkdownText.Empty;
        return new Table(
            $"The weights by size. p is that of the t test, and Holm's p-value corrects it for asking about all {order.Length} "
            + $"weights. VIF: how many times correlated columns inflate the variance of a weight; 1 means not at all.{cut}",
            ["Column", "per deviation", "standard error", "95 % by t", "95 % by bootstrap", "p", "Holm", "VIF", "per unit"],
            [.. order.Take(MaxRows).Select(k => (IReadOnlyList<MarkdownText>)
            [
                data.Rows.ColumnNames[k - 1], $"{Minus(coefficients.Fit.Weights[k])}", $"{coefficients.Fit.StandardError(k):G3}",
                Range(coefficients.Intervals[k]), Range(coefficients.Bootstrapped[k]), PValueText.Of(coefficients.Fit.PValue(k)),
                PValueText.Of(coefficients.Adjusted[k - 1]),
                coefficients.Collinearity.VarianceInflation[k - 1] is double vif
                    ? MarkdownText.Of($"{vif:0.0}")
                    : MarkdownText.Of($"not defined"),
                PerUnit(coefficients.Fit.Weights[k] / data.Scaler.Deviations[k - 1]),
            ])]);
    }

    private static string Minus(double number) =>
        NumberText.Formatted(number, "G4");

    private static MarkdownText PerUnit(double weight) =>
        double.IsFinite(weight) ? MarkdownText.Of($"{Minus(weight)}") : MarkdownText.Of($"not defined");

    private static MarkdownText Range(Interval interval) =>
        interval is { Value: double value, Low: double low, High: double high }
            ? MarkdownText.Of($"{NumberText.Range(low, high, NumberText.DecimalsFor(value, low, high))}")
            : MarkdownText.Of($"not defined");

    private static MarkdownText Widths(CoefficientFindings coefficients)
    {
        double[] ratios = [.. coefficients.Intervals.Zip(coefficients.Bootstrapped).Skip(1)
            .Where(pair => pair.First.HasEnds && pair.Second.HasEnds)
            .Select(pair => (pair.Second.High - pair.Second.Low)!.Value / (pair.First.High - pair.First.Low)!.Value)];
        return ratios.Length == 0
            ? MarkdownText.Of($"They cannot be compared here.")
            : MarkdownText.Of($"The bootstrap's are {ratios.Min():0.00} to {ratios.Max():0.00} times as wide.");
    }

    private static Paragraph Together(RegressionFindings findings)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        IReadOnlyList<CollinearPair> pairs = coefficients.Collinearity.Pairs;
        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        string[] inflated =
            [.. names.Where((_, j) => !(coefficients.Collinearity.VarianceInflation[j] <= CoefficientFindings.MostInflation))];
        return pairs.Count == 0 && inflated.Length == 0
            ? new Paragraph($"No two columns have a correlation of 0.7 or more in size, and no VIF is above "
                + $"{CoefficientFindings.MostInflation}: each weight can be read by itself.")
            : pairs.Count == 0
            ? new Paragraph(
                $"No two columns have a correlation of 0.7 or more in size, but all others together tell much of "
                + $"{string.Join(", ", inflated.Select(name => $"“{name}”"))} (VIF above {CoefficientFindings.MostInflation}): read "
                + $"{(inflated.Length == 1 ? "that weight" : "those weights")} together with the others or not at all.")
            : new Paragraph(
                $"{(pairs.Count == 1
                    ? MarkdownText.Of($"One pair of columns has")
                    : MarkdownText.Of($"{pairs.Count} pairs of columns have"))}"
                + $" a correlation of 0.7 or more in size, “{names[pairs[0].First]}” and "
                + $"“{names[pairs[0].Second]}” most (r = {pairs[0].Correlation:0.00;−0.00}). "
                + $"Such weights vary against each other from sample to sample, "
                + $"while their sum and the predictions hardly change: read them together or not at all.");
    }

    private static Paragraph Influence(RegressionFindings findings)
    {
        FitInfluence influence = findings.Coefficients.Influence;
        if (findings.Coefficients.MostInfluential is not int most)
            return new Paragraph($"The fit leaves no residuals, so no row can be said to pull.");
        int highest = Enumerable.Range(0, influence.Leverages.Count).MaxBy(row => influence.Leverages[row]);
        int[] rows = findings.Data.Split.Training.Rows;
        double mean = influence.Leverages.Average();
        return new Paragraph(
            $"The predictions move most when {findings.Data.Place(rows[most])} is left out: "
            + $"Cook's distance {influence.CookDistances[most]:0.000}, "
            + $"{(influence.CookDistances[most] > 1
                ? "above 1: look at it, and report the fit without it"
                : "far from 1, the usual limit for a row to look at")}"
            + $". The row with the most influence on its own prediction is {findings.Data.Place(rows[highest])}: its leverage is "
            + $"{influence.Leverages[highest]:0.000}, {influence.Leverages[highest] / mean:0.0} times the mean.");
    }

    private static MarkdownText Conclusion(RegressionFindings findings, int[] order)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        int largest = order[0];
        string name = findings.Data.Rows.ColumnNames[largest - 1];
        if (!coefficients.Intervals[largest].HasEnds)
        {
            return MarkdownText.Of(
                $"The line leaves nothing over, so there is no spread to judge a weight by: “{name}” has the largest, "
                + $"{coefficients.Fit.Weights[largest]:G4} per deviation, and that is arithmetic and no estimate.");
        }
        MarkdownText own = coefficients.KnownAlone == coefficients.Known
            ? MarkdownText.Empty
            : MarkdownText.Of($" ({coefficients.KnownAlone} by their own intervals, as if each were the only one)");
        return MarkdownText.Of(
            $"The sign of {coefficients.Known} of {Counted.Of(order.Length, "weight")} is known by Holm's p-values, which correct for "
            + $"asking about all{own}; {Example(findings, order)}. A weight whose interval includes zero is not shown to be zero.");
    }

    /// <summary>The largest weight that is known and may be read by itself.</summary>
    private static MarkdownText Example(RegressionFindings findings, int[] order)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        IReadOnlyList<string> names = findings.Data.Rows.ColumnNames;
        if (coefficients.Known == 0)
        {
            return MarkdownText.Of(
                $"not even that of “{names[order[0] - 1]}”, which has the largest weight ({Range(coefficients.Intervals[order[0]])})");
        }
        int k = order.FirstOrDefault(one => coefficients.IsKnown(one) && coefficients.IsReadAlone(one));
        return k == 0
            ? MarkdownText.Of($"none of those may be read by itself, as other columns say much of what its own says")
            : MarkdownText.Of(
                $"one more deviation of “{names[k - 1]}”, which goes little with the others, goes with "
                + $"{Minus(Math.Abs(coefficients.Fit.Weights[k]))} {(coefficients.Fit.Weights[k] > 0 ? "more" : "less")} of "
                + $"“{findings.Data.TargetName}”, all else equal ({Range(coefficients.Intervals[k])})");
    }
}
