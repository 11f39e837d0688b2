using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>Squared against absolute errors.</summary>
internal static class LossesSection
{
    // A factor beyond this one compares with rounding, and says nothing.
    private const double MostTimes = 1e6;

    public static Section Of(RegressionFindings findings, Measurements measurements)
    {
        LossFindings losses = findings.Losses;
        TargetOutliers[] wild = [.. losses.Wild];
        NamedCurve[] curves =
        [
            new("squares", [.. wild.Select(at => (double?)at.SquaresError)]),
            new("absolute", [.. wild.Select(at => (double?)at.AbsoluteError)]),
        ];
        return new Section(
            "Squares or absolute values?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \text{squared} \quad L &= \frac{1}{n} \sum_i r_i^2
                        && \text{each row pulls with $2r_i$: mean of $r$ is 0} \\
                    \text{absolute} \quad L &= \frac{1}{n} \sum_i |r_i|
                        && \text{each pulls with $\mathrm{sign}\, r_i$: median of $r$ is 0} \\
                    0 &= \sum_{r_i \ne 0} \mathrm{sign}(r_i)\, a_i + \sum_{k \in B} s_k a_k
                        && \text{minimum of the second: it passes through $p$ rows $B$, all $|s_k| \le 1$}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"The absolute fit is found by exchanging the {losses.LeastAbsolute.Passing.Count} rows that it "
                    + $"passes through, {losses.LeastAbsolute.Slides} "
                    + $"{(losses.LeastAbsolute.Slides == 1 ? "time" : "times")}, until none of them pulls harder than "
                    + $"allowed. The largest pull is {measurements["regression.absolute.largest_pull"]}: "
                    + $"{Proof(losses)} Subgradient descent, with steps that shrink as 1/√t, is "
                    + $"{losses.DescentExcess:0.0e0} deviations of the target above that after {losses.DescentSteps} "
                    + $"steps: its slope does not fade near the minimum, so it approaches only slowly."),
                new Paragraph(findings.Test.IsExact
                    ? MarkdownText.Of($"On the test rows both fits are exact up to rounding: there is nothing to choose between.")
                    : MarkdownText.Of($"On the test rows, paired by row. By MAE: "
                    + $"{Verdict("least squares", "the absolute fit", findings.Test.AbsoluteOverSquares)} By RMSE: "
                    + $"{Verdict("the absolute fit", "least squares", findings.Test.SquaresOverAbsolute)} "
                    + $"{Choice(findings.Test)}")),
                new FigureBlock(
                    OutlierShareFigure.Draw([.. wild.Select(at => at.Share)], curves, "MAE on the test rows"),
                    $"Some training targets were turned into outliers, {TargetOutliers.Distance:0} deviations of the "
                    + $"target too high; "
                    + $"the test rows are unchanged. "
                    + $"With {wild[^1].Count} of {findings.Data.TrainingTargets.Length} rows as outliers, "
                    + $"the squared fit's MAE goes from {wild[0].SquaresError:G4} to {wild[^1].SquaresError:G4} and "
                    + $"the absolute fit's from {wild[0].AbsoluteError:G4} to {wild[^1].AbsoluteError:G4}.").Told(),
                Column(findings).Folded(),
            ],
            Conclusion(wild));
    }

    private static MarkdownText Proof(LossFindings losses) => losses.IsProved
        ? MarkdownText.Of($"no more than 1, which proves that no other line has a smaller mean absolute error.")
        : MarkdownText.Of($"more than 1, so this is near a minimum but not proved to be one.");

    // It goes on behind a colon.
    private static MarkdownText Verdict(string first, string second, Interval gain)
    {
        string sentence = new ComparisonVerdict(first, second, gain, Rope: 0).Sentence;
        return MarkdownText.Of($"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}");
    }

    private static MarkdownText Choice(TestFindings test)
    {
        bool absolute = test.AbsoluteOverSquares.Low > 0, squares = test.SquaresOverAbsolute.Low > 0;
        return (absolute, squares) switch
        {
            (true, true) => MarkdownText.Of($"Each fit is better at what it was fitted for: choose the loss that "
                + $"matches what an error costs."),
            (true, false) => MarkdownText.Of(
                $"The absolute fit is better at its own measure"
                + $"{(test.SquaresOverAbsolute.High < 0 ? ", and at the other too" : "; at the other it is not enough to say")}."),
            (false, true) => MarkdownText.Of(
                $"The squared fit is better at its own measure"
                + $"{(test.AbsoluteOverSquares.High < 0 ? ", and at the other too" : "; at the other it is not enough to say")}."),
            _ => MarkdownText.Of($"These rows are not enough to say whether either is better at what it was fitted for."),
        };
    }

    private static Callout Column(RegressionFindings findings)
    {
        ColumnOutlier wild = findings.Losses.ColumnOutlier;
        return Callout.Caution(
            $"Absolute values protect against outliers in the target, not in the columns. With one training row "
            + $"moved by "
            + $"{ColumnOutlier.Distance:N0} deviations in “{findings.Data.Rows.ColumnNames[wild.Column]}”, "
            + $"its weight goes from {wild.Squares.Before:G3} to {wild.Squares.After:G3} by squares and from "
            + $"{wild.Absolute.Before:G3} to {wild.Absolute.After:G3} by absolute values: "
            + $"such a row pulls the line to itself wherever it lies. Look at the leverages below.");
    }

    private static MarkdownText Conclusion(TargetOutliers[] wild)
    {
        double squares = wild[^1].SquaresError / wild[0].SquaresError, absolute = wild[^1].AbsoluteError / wild[0].AbsoluteError;
        if (squares > MostTimes)
        {
            return MarkdownText.Of(
                $"With {wild[^1].Share:P0} outliers the squared fit's test MAE goes from {NumberText.Brief(wild[0].SquaresError)}, which "
                + $"is rounding, to {NumberText.Brief(wild[^1].SquaresError)}; the absolute fit's from "
                + $"{NumberText.Brief(wild[0].AbsoluteError)} to {NumberText.Brief(wild[^1].AbsoluteError)}. Squares follow the outliers, "
                + $"absolute values follow the majority.");
        }
        MarkdownText measured = MarkdownText.Of(
            $"With {wild[^1].Share:P0} outliers the squared fit's test MAE is {squares:0.00} times what it was, "
            + $"the absolute fit's {absolute:0.00} times.");
        return !(squares > absolute)
            ? MarkdownText.Of($"{measured} Here outliers do not hurt squares more.")
            : MarkdownText.Of($"{measured} Squares follow the outliers, absolute values follow the majority.");
    }
}
