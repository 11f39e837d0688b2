using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>From probabilities to calls.</summary>
internal static class ThresholdSection
{
    public static Section Of(LogisticFindings findings, Measurements measurements)
    {
        CostThreshold rule = findings.Choice.Rule;
        ErrorCosts costs = rule.Costs.Costs;
        MarkdownText positive = findings.Data.Target.PositiveWords;
        List<Block> blocks =
        [
            new Paragraph(
                $"A probability decides nothing. "
                + $"Here a missed **{positive}** costs {costs.Miss} {(costs.Miss == 1 ? "unit" : "units")} and a false alarm "
                + $"{costs.FalseAlarm} (`--cost-miss`, `--cost-false-alarm`); correct decisions cost nothing. {Story(findings)}"),
            new Formula(Tex.Of("""
                \begin{aligned}
                \text{expected cost of a flag} &= (1 - p) \cdot \text{false alarm} \\
                \text{expected cost of no flag} &= p \cdot \text{miss} \\
                \text{equal at} \quad p^* &= \frac{\text{false alarm}}{\text{false alarm} + \text{miss}}
                \end{aligned}
                """)),
            new Paragraph(
                $"This is Elkan's threshold, {measurements["threshold.elkan"]} here. "
                + $"It holds for any model whose probabilities are right, and needs no search."),
            .. Trials(findings.Choice, rule),
        ];
        return new Section("From which probability on should a row be flagged?", blocks, Conclusion(rule, measurements));
    }

    private static IEnumerable<Block> Trials(ThresholdChoice choice, CostThreshold rule)
    {
        if (choice.Curve is not { } curve)
            yield break;
        yield return new FigureBlock(
            CostCurveFigure.Draw(curve),
            $"Cost per case of every threshold on the validation rows. The steps are single rows, and the lowest "
            + $"cost, {curve.BestCostPerCase:0.###}, jumps about from one draw of rows to the next: "
            + $"whoever takes it learns their noise, and its cost flatters.").Told();
        if (rule is not { Search: { } search, Scatter: { } scatter, Contradiction: { } apart })
            yield break;
        yield return new Paragraph(
            $"Probabilities may be off, so the validation rows are asked as well, by trial: the cheapest threshold of "
            + $"one half of them is judged on the other half, {EmpiricalThreshold.Repeats} times over with both halves "
            + $"in turn, and the {search.Choices.Count} choices are averaged on the scale of log-odds, "
            + $"to {search.Threshold:0.####}.");
        yield return new FigureBlock(
            ThresholdScatterFigure.Draw(rule),
            $"Upwards, the cheapest threshold of each of {scatter.Searched.Count:#,0} resamples of the validation rows; "
            + $"downwards, where Elkan's lies once {scatter.Recalibrated.Count:#,0} resamples have calibrated the "
            + $"probabilities anew. The line is the threshold in use, {rule.Chosen:0.####}.");
        yield return new Paragraph(
            $"**The rule**, set before any row was seen: Elkan's threshold, unless the trials contradict it by more "
            + $"than {CostThreshold.StandardErrors} standard error on the scale of log-odds; then the probabilities are "
            + $"off, and the tried one is used. Here they are {Math.Abs(apart):0.0} standard errors apart.");
        if (Elsewhere(choice) is { } elsewhere) yield return elsewhere;
    }

    // The rule reads the searches alone: what the recalibrations say against it must not stand in the figure only.
    private static Paragraph? Elsewhere(ThresholdChoice choice)
    {
        CostThreshold rule = choice.Rule;
        return choice.RecalibratedHalf is not var (low, high) || (rule.Chosen >= low && rule.Chosen <= high)
            ? null
            : new Paragraph(
                $"Half of the recalibrated thresholds lie between {low:0.####} and {high:0.####}, "
                + $"{(high < rule.Chosen ? "below" : "above")} the one in use. The rule does not follow them, as a calibration learnt "
                + $"from {rule.Costs.Rows} rows leans on the few of them that the model gets wrong; but it means that these rows do "
                + $"not settle how sure the probabilities near {rule.Chosen:0.####} may be.");
    }

    private static MarkdownText Conclusion(CostThreshold rule, Measurements measurements) => rule.Reason switch
    {
        ThresholdReason.NoRows => MarkdownText.Of(
            $"Without validation rows there is only the theory: flag at p ≥ {measurements["threshold.elkan"]}."),
        ThresholdReason.NothingToSearch => MarkdownText.Of(
            $"The validation rows are all of one class, so there is only the theory: "
            + $"flag at p ≥ {measurements["threshold.elkan"]}."),
        ThresholdReason.NotContradicted => MarkdownText.Of(
            $"Flag at p ≥ {measurements["threshold.chosen"]}: Elkan's threshold, which the trials on validation rows "
            + $"do not contradict. It was set before any test row was scored."),
        ThresholdReason.Contradicted => MarkdownText.Of(
            $"Flag at p ≥ {measurements["threshold.chosen"]}: found by trial on validation rows, which contradicts "
            + $"Elkan's {measurements["threshold.elkan"]}, so the probabilities are likely off there. "
            + $"It was set before any test row was scored."),
    };

    private static MarkdownText Story(LogisticFindings findings) => findings.Data.Rows.IsEmbedded
        ? MarkdownText.Of(
            $"The story behind the default: a missed malignancy is treated late, a false alarm is a needless biopsy. "
            + $"Other costs would move the threshold, and nothing else.")
        : MarkdownText.Empty;
}
