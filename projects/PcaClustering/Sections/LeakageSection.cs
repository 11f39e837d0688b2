using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>What it flatters to fit on rows that are judged.</summary>
internal static class LeakageSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        LeakageFindings leakage = findings.Leakage;
        return new Section(
            "What if the held-out rows are used too early?",
            [
                new Paragraph(
                    $"Fitting the scaler and the components on *all* rows before splitting looks harmless, as no label "
                    + $"is used. But the held-out rows then help to choose the axes they are judged on. "
                    + $"Their error is {leakage.Honest:0.0000} when everything is fitted on training rows, "
                    + $"and {leakage.Leaked:0.0000} when they are included: "
                    + $"{Difference(measurements["leakage.difference"])}"),
                new Table(
                    $"The same leak with fewer training rows, {findings.Options.Splits} new splits each. "
                    + $"{Growth(leakage)}",
                    ["Training rows", "Honest error", "Looks better by", "95 % of the splits"],
                    [.. leakage.ByRows.Select(at => (IReadOnlyList<MarkdownText>)
                        [
                            $"{at.TrainingRows}", $"{at.Honest:0.000}", $"{at.Difference.Value:0.0000}",
                            $"{at.Difference.Low:0.0000} to {at.Difference.High:0.0000}",
                        ])]),
                Duplicates(leakage, measurements),
            ],
            Conclusion(measurements["leakage.difference"], leakage.ByRows.Any(at => at.Difference.Low > 0)));
    }

    private static MarkdownText Difference(Measurement difference) => difference switch
    {
        { Low: > 0 } => MarkdownText.Of($"the leak makes it look better by {difference}, on the same rows."),
        { High: < 0 } => MarkdownText.Of($"on the same rows it looks better by {difference}, so here it looks worse."),
        _ => MarkdownText.Of($"on the same rows the difference is {difference}, which cannot be told from zero."),
    };

    private static MarkdownText Growth(LeakageFindings leakage) =>
        leakage.ByRows.Zip(leakage.ByRows.Skip(1)).All(pair => pair.First.Difference.Value < pair.Second.Difference.Value)
            ? MarkdownText.Of($"The fewer rows there are for so many columns, the more a leak distorts.")
            : MarkdownText.Of($"Fewer rows for as many columns usually let a leak distort more; here not at every step.");

    private static Paragraph Duplicates(LeakageFindings leakage, Measurements measurements)
    {
        MarkdownText here = leakage.Duplicates == 0
            ? MarkdownText.Of($"No held-out row of this data is also a training row.")
            : MarkdownText.Of(
                $"{leakage.Duplicates} held-out rows of this data are also training rows: "
                + $"remove them, or keep all copies on one side of the split.");
        return new Paragraph(
            $"A row on both sides of the split is also a leak. "
            + $"{here} To see the effect, a quarter of the held-out rows was copied into training: "
            + $"the error falls by {measurements["leakage.duplicates_difference"]}.");
    }

    private static MarkdownText Conclusion(Measurement difference, bool growsWithFewer) => difference switch
    {
        { Low: > 0 } => MarkdownText.Of(
            $"Split first, and scale afterwards: with all rows in the scaler and the components the error looks better by {difference}, "
            + $"more than chance explains."),
        { High: < 0 } => MarkdownText.Of(
            $"Split first, and scale afterwards: on these rows the leak made the error larger, by {difference}, and a leak is wrong even "
            + $"where it does not help."),
        _ => MarkdownText.Of($"Split first, and scale afterwards. Here the leak is {difference}, "
            + $"{NotEnough.ToSay(difference, "whether it does anything", "leak")}"
            + $"{(growsWithFewer ? ". With fewer rows it is larger" : "")}."),
    };
}
