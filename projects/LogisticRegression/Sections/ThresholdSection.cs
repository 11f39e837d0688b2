using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>From probabilities to calls.</summary>
internal static class ThresholdSection
{
    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        ThresholdChoice choice = findings.Choice;
        ErrorCosts costs = choice.Costs;
        MarkdownText positive = findings.Data.Target.PositiveLabel;
        List<Block> blocks =
        [
            new Paragraph(
                $"A probability decides nothing. "
                + $"Here a missed **{positive}** costs {costs.Miss} units and a false alarm {costs.FalseAlarm} "
                + $"(`--cost-miss`, `--cost-false-alarm`); correct decisions cost nothing. {Story(findings)}"),
            new Formula(
                """
                expected cost of a flag        (1 − p) · false alarm
                expected cost of no flag             p · miss
                equal at   p* = false alarm / (false alarm + miss)
                """),
            new Paragraph(
                $"This is Elkan's threshold, {measurements["threshold.elkan"]} here. "
                + $"It holds for any model whose probabilities are right. The validation rows are searched as "
                + $"well, since "
                + $"probabilities may be off: every distinct score, and one above them all, is tried as a threshold."),
        ];
        if (choice.Curve is { } curve)
        {
            blocks.Add(new FigureBlock(
                CostCurveFigure.Draw(curve),
                $"On the validation rows the lowest cost is {curve.BestCostPerCase:0.###} per case. "
                + $"Each step is a single row, and along a flat stretch these rows cannot tell one threshold from "
                + $"another: of all that are equally cheap, the one nearest to Elkan's was taken."));
        }

        MarkdownText conclusion = choice.Curve is null
            ? MarkdownText.Of($"Without validation rows there is only the theory: flag at p ≥ "
                + $"{measurements["threshold.elkan"]}.")
            : MarkdownText.Of(
                $"Flag at p ≥ {measurements["threshold.chosen"]}: "
                + $"chosen on validation rows, before any test row was scored.");
        return new Section("Which threshold should we use?", blocks, conclusion);
    }

    private static MarkdownText Story(LogisticFindings findings) => findings.Data.IsEmbedded
        ? MarkdownText.Of(
            $"The story behind the default: a missed malignancy is treated late, a false alarm is a needless biopsy. "
            + $"Other costs would move the threshold, and nothing else.")
        : MarkdownText.Empty;
}
