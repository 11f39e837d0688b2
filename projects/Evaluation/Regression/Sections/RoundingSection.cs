using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>Where the ways part: rounding for two of them, time for the third.</summary>
internal static class RoundingSection
{
    public static Section Of(RegressionFindings findings, Measurements measurements)
    {
        SolutionFindings solutions = findings.Solutions;
        AccuracyPoint[] solved = [.. findings.Accuracy.TakeWhile(point => point.NormalError is not null)];
        return new Section(
            "Where do the methods differ?",
            [
                new Paragraph(
                    $"κ, the condition number, is the most over the least that the columns stretch a vector of "
                    + $"length 1. It is {measurements["regression.condition"]} for these columns once standardised, "
                    + $"and {measurements["regression.condition.raw"]} as given. Each power of ten "
                    + $"costs QR a digit of sixteen and the normal equations two, as κ(AᵀA) = κ(A)²."),
                new FigureBlock(DigitsLostFigure.Draw(findings.Accuracy), Caption(findings, solved)),
                new Callout(CalloutKind.Note,
                    $"The targets of this demonstration lie exactly on the plane, so the true weights are known "
                    + $"to the last bit. With residuals QR also has an error that grows as κ², in proportion to them; "
                    + $"the normal equations always have it."),
                new Paragraph(
                    $"Descent loses no digits but needs more steps. The slowest direction keeps (κ² − 1)/(κ² + 1) "
                    + $"of its "
                    + $"distance at each step, so each digit takes {Steps(solutions.Condition)} here and "
                    + $"{(solutions.RawCondition is { } raw ? Steps(raw) : MarkdownText.Of($"too many to count"))} "
                    + $"with the raw columns: {Gain(solutions)} It took {solutions.Descent.Steps} in total."),
            ],
            Conclusion(findings.Accuracy, solved));
    }

    private static MarkdownText Steps(ConditionNumber condition) => double.IsFinite(condition.Value)
        ? MarkdownText.Of(
            $"about {Rounded(SolutionFindings.StepsPerDigit(condition.Value))} "
            + $"{(Rounded(SolutionFindings.StepsPerDigit(condition.Value)) == 1 ? "step" : "steps")}")
        : MarkdownText.Of($"endlessly many steps");

    private static MarkdownText Gain(SolutionFindings solutions) =>
        solutions.RawCondition is { } raw && raw.Value < 10 * solutions.Condition.Value
            ? MarkdownText.Of($"the columns already have similar sizes, so standardising gains little.")
            : MarkdownText.Of($"standardising is what makes descent feasible.");

    private static double Rounded(double steps)
    {
        double power = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(steps)) - 1));
        return Math.Max(1, Math.Round(steps / power) * power);
    }

    private static MarkdownText Caption(RegressionFindings findings, AccuracyPoint[] solved)
    {
        IReadOnlyList<AccuracyPoint> all = findings.Accuracy;
        if (solved.Length < 2)
            return MarkdownText.Of($"The normal equations have no solution even for columns that differ.");
        MarkdownText end = solved.Length < all.Count
            ? MarkdownText.Of(
                $"From κ = {all[solved.Length].Condition:0.0e0} on, "
                + $"rounding leaves the normal equations without a solution, or with a worthless one")
            : MarkdownText.Of($"At the end, κ = {all[^1].Condition:0.0e0}, the normal equations are off by {all[^1].NormalError:0.0e0}");
        return MarkdownText.Of(
            $"Two columns made more and more alike, {LinearAlgebra.LeastSquaresAccuracy.Draws} draws at each step, errors measured "
            + $"against weights that are known exactly. For each power of ten of κ the error of the normal equations grows "
            + $"{findings.NormalSlope:0.0} powers of ten and that of QR {findings.QrSlope:0.0}. {end}; QR is then off by "
            + $"{all[Math.Min(solved.Length, all.Count - 1)].QrError:0.0e0}. Dashed: κ and κ² times the unit of rounding.");
    }

    private static MarkdownText Conclusion(IReadOnlyList<AccuracyPoint> all, AccuracyPoint[] solved)
    {
        AccuracyPoint[] lost = [.. all.Where(point => point.NormalError is null or > 0.01)];
        return lost.Length == 0 || solved.Length == 0
            ? MarkdownText.Of($"The normal equations never lost all digits here; QR lost fewer.")
            : MarkdownText.Of(
                $"At κ = {lost[0].Condition:0.0e0} the normal equations have hardly a correct digit left, "
                + $"while QR is off by {lost[0].QrError:0.0e0}. Solve by QR, and standardise before gradient descent.");
    }
}
