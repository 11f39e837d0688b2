using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>Two curves of the same scores, and why they do not look alike.</summary>
internal static class CurvesSection
{
    private const string Question = "Why are there two curves, and which one should this decision use?";

    private static readonly Tex Derivation = Tex.Of("""
        \begin{aligned}
        \mathrm{TPR} &= \frac{\mathrm{TP}}{m} && \text{recall: of the $m$ positives} \\
        \mathrm{FPR} &= \frac{\mathrm{FP}}{n_0} && \text{of the $n_0$ negatives} \\
        \text{precision} &= \frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FP}} \\
        &= \frac{\pi\, \mathrm{TPR}}{\pi\, \mathrm{TPR} + (1 - \pi)\, \mathrm{FPR}}
            && \text{with the base rate $\pi = m/(m + n_0)$}
        \end{aligned}
        """);

    /// <param name="findings">What the test rows say.</param>
    /// <param name="measurements">Holds <c>test.roc_auc</c> and <c>test.average_precision</c>.</param>
    public static Section Of(CurvesFindings findings, Measurements measurements)
    {
        if (findings.Roc.WhyUndefined is string reason)
            return new Section(Question, [], $"There is no curve on these test rows: {reason}.");

        OperatingPoint? point = double.IsFinite(findings.Chosen.Threshold) ? findings.Chosen : null;
        return new Section(
            Question,
            [
                new Paragraph(
                    $"Both curves try every threshold on the same "
                    + $"{findings.Counts.Positives + findings.Counts.Negatives:N0} test rows, "
                    + $"of which {findings.Counts.Positives:N0} are positive. "
                    + $"Both show recall; they differ in what they divide the false alarms by:"),
                new Formula(Derivation),
                new Paragraph(
                    $"The ROC curve never mixes the classes, so the base rate does not enter it: "
                    + $"it shows how well scores *rank*. Precision mixes them: "
                    + $"it shows how far a *flag* can be trusted when {Share(findings.BaseRate)} of the rows are "
                    + $"positive."),
                new FigureBlock(
                    point is null
                        ? RocFigure.Draw(findings.Roc, findings.RocArea)
                        : RocCostFigure.Draw(findings.Roc, findings.RocArea, point, findings.Costs, "roc"),
                    $"Look at the far left: the thresholds one could use in practice "
                    + $"{(findings.RocFlatters ? "are crowded there" : "need not lie there")}. {EqualCost(findings)}"),
                new FigureBlock(
                    PrecisionRecallFigure.Draw(
                        findings.PrecisionRecall, findings.AveragePrecision, point, "precision-recall", findings.Band),
                    $"What share of the flags is right, against the share that is found. Dashed: flagging at random.").Told(),
                new Paragraph(
                    $"The band holds 95 % of {findings.Band.Resamples:N0} resamples at each recall separately; "
                    + $"a whole curve leaves it more often."),
                Levels(findings),
                new Paragraph(Flattery(findings)),
                .. Few(findings.Counts.Positives),
            ],
            $"Ranking: ROC area {measurements["test.roc_auc"]}, where chance gives 0.5. "
            + $"Flags: average precision {measurements["test.average_precision"]}, "
            + $"where chance gives {findings.BaseRate:0.000}. Neither chooses a threshold: the costs do.");
    }

    private static Table Levels(CurvesFindings findings) => new(
        $"What the test rows allow at a few false-positive rates, each with the lowest threshold that stays within it.",
        ["False-positive rate at most", "False alarms", "Found", "Recall", "Precision"],
        [.. findings.Levels.Select(Row)]);

    private static IReadOnlyList<MarkdownText> Row(AlarmLevel level) =>
    [
        Share(level.Most), $"{level.Flags.FalsePositives:N0}", $"{level.Flags.TruePositives:N0}", Share(level.Flags.Recall!.Value),
        level.Flags.Precision is { } precision ? Share(precision) : MarkdownText.Of($"– (nothing is flagged)"),
    ];

    private static MarkdownText Flattery(CurvesFindings findings)
    {
        (long positives, long negatives) = (findings.Counts.Positives, findings.Counts.Negatives);
        if (!findings.RocFlatters)
        {
            return MarkdownText.Of(
                $"Here there are {(double)negatives / positives:0.0} negatives for each positive, "
                + $"so the same share of either class is about the same number of rows, "
                + $"and both curves tell much the same story.");
        }
        MarkdownText chosen = findings.Chosen.Counts is { Precision: { } precision, Specificity: { } specificity }
            ? MarkdownText.Of(
                $" At the chosen threshold the false-positive rate is {Share(1 - specificity)}, "
                + $"{(specificity > 0.9 ? "close to the left edge" : "not small at all")}: "
                + $"{findings.Chosen.Counts.FalsePositives:N0} false alarms for "
                + $"{findings.Chosen.Counts.TruePositives:N0} positives found, "
                + $"so {Share(precision)} of the flags are right.")
            : MarkdownText.Of($" The chosen threshold flags nothing.");
        return MarkdownText.Of(
            $"**Why the ROC curve looks too good here.** A false-positive rate of 1 % is hardly visible on its axis. "
            + $"But it is 1 % of {negatives:N0} negatives, {negatives / 100.0:N0} false alarms, "
            + $"against {positives:N0} positives in all.{chosen}");
    }

    private static MarkdownText EqualCost(CurvesFindings findings) => findings.EqualCost is { } line
        ? MarkdownText.Of(
            $"Along the straight line the cost is that of the chosen threshold: one percentage point more "
            + $"of false-positive rate must bring {line.Slope:0.##} points of recall to pay for itself. "
            + $"Points above the line are cheaper, points below it more expensive.")
        : MarkdownText.Of($"No line of equal cost is drawn: a review costs as much as a miss, so no flag pays for "
            + $"itself.");

    private static IEnumerable<Block> Few(long positives)
    {
        if (positives < 20)
        {
            yield return Callout.Caution(
                $"With {positives} positive test rows, resamples repeat the same few, "
                + $"so the band is too narrow to be trusted.");
        }
    }

    private static MarkdownText Share(double share) =>
        share < 0.1 ? MarkdownText.Of($"{100 * share:0.##} %") : MarkdownText.Of($"{100 * share:0.#} %");
}
