using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>From costs to a threshold, by theory and by search, without a test row.</summary>
internal static class ThresholdSection
{
    /// <param name="findings">Of the costs.</param>
    /// <param name="error">The calibration error of the model that decides.</param>
    /// <param name="measurements">With those of <see cref="CostMeasurements"/>.</param>
    /// <param name="positive">The user's name of the positive class.</param>
    public static Section Of(CostFindings findings, CalibrationNullBand error, Measurements measurements, string positive)
    {
        CostThreshold threshold = findings.Threshold;
        List<Block> blocks =
        [
            new Paragraph($"A probability decides nothing; costs do. {Costs(findings, positive)}"),
            new Formula(Tex.Of("""
                \begin{aligned}
                \text{expected cost of no flag} &= p \cdot \text{miss} \\
                \text{expected cost of a flag} &= \text{review} + (1 - p) \cdot \text{false alarm} \\
                \text{equal at} \quad p^* &= \frac{\text{false alarm} + \text{review}}{\text{false alarm} + \text{miss}}
                \end{aligned}
                """)),
            new Paragraph(
                $"This is Elkan's threshold, {measurements["threshold.elkan"]} here. "
                + $"It needs no search, and nothing beats it if the probabilities are right: "
                + $"of rows with p = 0.05, one in twenty must be **{positive}**. {Amounts(findings)}"),
            .. findings.Oddities.Select(odd => Callout.Caution($"{odd}")),
        ];
        if (threshold is { Search: { } search, Scatter: { } scatter })
        {
            blocks.AddRange(
            [
                new Paragraph(
                    $"The validation rows are searched as well, since probabilities may be off. "
                    + $"Every distinct score is tried as a threshold on one half of the rows, and the cheapest is "
                    + $"judged "
                    + $"on the other half; this is done {EmpiricalThreshold.Repeats} times, with both halves in turn. "
                    + $"The {search.Choices.Count} choices are averaged on the scale of log-odds, "
                    + $"to {measurements["threshold.empirical"].ValueText}: "
                    + $"the lowest point of one noisy curve jumps about, the mean of many searches jumps less. "
                    + $"On rows that did not choose it a searched threshold costs {10_000 * search.JudgedPerCase:#,0} "
                    + $"units per 10,000; the cheapest one on all validation rows seems to cost "
                    + $"{10_000 * search.FlatteringPerCase:#,0} there, which is too optimistic, as those rows "
                    + $"chose it."),
                new FigureBlock(ThresholdScatterFigure.Draw(threshold), Caption(threshold, scatter)),
                new Paragraph(
                    $"**The rule**, set before any row was seen: Elkan's threshold, "
                    + $"unless the search contradicts it by more than one standard error on the scale of log-odds. "
                    + $"Here they are {Math.Abs(threshold.Contradiction ?? 0):0.0} standard errors apart."
                    + $"{(threshold.Reason == ThresholdReason.Contradicted ? AllInAll(error) : MarkdownText.Empty)}"),
                RateWords.OfRule(),
            ]);
        }
        else
        {
            blocks.Add(Callout.Note(
                $"The validation rows are all of one class, so there is nothing to search for, "
                + $"and Elkan's threshold stands alone."));
        }
        return new Section("Which threshold should we use?", blocks, Conclusion(threshold, measurements));
    }

    private static MarkdownText Costs(CostFindings findings, string positive)
    {
        ErrorCosts costs = findings.Costs.Costs;
        MarkdownText miss = findings.Costs.HasAmounts
            ? MarkdownText.Of(
                $"a missed **{positive}** costs {costs.Miss} times the amount of its row, "
                + $"{findings.TypicalCosts.Miss:#,0.##} units on average")
            : MarkdownText.Of($"a missed **{positive}** costs {costs.Miss} {(costs.Miss == 1 ? "unit" : "units")}");
        MarkdownText review = costs.Review > 0
            ? MarkdownText.Of($" and reviewing a flagged row, right or wrong, costs {costs.Review} (`--cost-review`)")
            : MarkdownText.Empty;
        return MarkdownText.Of(
            $"Here {miss} (`--cost-miss`), a false alarm {costs.FalseAlarm} (`--cost-false-alarm`){review}; "
            + $"leaving a negative alone costs nothing.");
    }

    private static MarkdownText Amounts(CostFindings findings) => findings.Costs.HasAmounts
        ? MarkdownText.Of(
            $"With amounts each row has its own: p* = (false alarm + review) / (false alarm + amount · miss), "
            + $"so that a large sum is flagged at a smaller probability. "
            + $"The number above is one threshold for all rows, at the amount that a miss loses on average.")
        : MarkdownText.Empty;

    private static MarkdownText Caption(CostThreshold threshold, ThresholdScatter scatter)
    {
        MarkdownText theory = scatter.Recalibrated.Count > 1
            ? MarkdownText.Of(
                $"Downwards, Elkan's threshold after the probabilities are calibrated again on resampled rows: "
                + $"{Between(threshold.RecalibratedScatter)}.")
            : MarkdownText.Of($"No calibration could be fitted to the resampled rows.");
        return MarkdownText.Of(
            $"Upwards, the cheapest threshold of each of {scatter.Searched.Count:#,0} resamples of the validation "
            + $"rows: {Between(threshold.SearchedScatter)}. "
            + $"{theory} The line is the threshold in use, {threshold.Chosen:0.####}.");
    }

    private static MarkdownText Between(Probability.Interval scatter) => scatter is { Low: { } low, High: { } high }
        ? MarkdownText.Of($"95 % of them between {low:0.####} and {high:0.####}")
        : MarkdownText.Of($"all of them at {scatter.Value:0.####}");

    private static MarkdownText Conclusion(
        CostThreshold threshold, Measurements measurements) => threshold.Reason switch
        {
            ThresholdReason.NoRows or ThresholdReason.NothingToSearch => MarkdownText.Of(
                $"Flag at p ≥ {measurements["threshold.chosen"].ValueText}: "
                + $"Elkan's threshold, as there is nothing to search in."),
            ThresholdReason.NotContradicted => MarkdownText.Of(
                $"Flag at p ≥ {measurements["threshold.chosen"].ValueText}: "
                + $"Elkan's threshold, which the search does not contradict. No test row had a say."),
            ThresholdReason.Contradicted => MarkdownText.Of(
                $"Flag at p ≥ {measurements["threshold.chosen"].ValueText}: "
                + $"found by search, more than one standard error from Elkan's {measurements["threshold.elkan"].ValueText}: "
                + $"near the threshold the probabilities are likely to be off. No test row was used."),
        };

    // One number over all rows can be quiet while the few rows near the threshold are not.
    private static MarkdownText AllInAll(CalibrationNullBand error) => error.Observed <= error.High
        ? MarkdownText.Of($" Over all test rows together, though, the calibration error is no more than chance explains.")
        : MarkdownText.Empty;
}
