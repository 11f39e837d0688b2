using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>Other costs, another base rate, another threshold: by hand.</summary>
internal static class ExplorerSection
{
    private const string Question = "What would other costs, another base rate or another threshold do?";

    /// <param name="test">Rows that chose nothing.</param>
    /// <param name="costs">What the note decided for; with amounts, the cost of a miss is their factor.</param>
    /// <param name="threshold">What the note decided.</param>
    /// <param name="positive">What the positive class is called; the user's word.</param>
    /// <param name="negative">What the negative class is called; the user's word.</param>
    /// <param name="limit">Most rows that may be flagged, in words; null where no limit binds.</param>
    public static Section Of(
        ScoredRows test, ErrorCosts costs, double threshold, string positive, string negative, string? limit = null)
    {
        if (test.Positives == 0 || test.Positives == test.Count)
            return new Section(Question, [], $"These test rows cannot say: they are all of one class.");

        ThresholdCounts counts = test.Ranked.Counts;
        double baseRate = (double)test.Positives / test.Count;
        ErrorCosts uniform = new(costs.Miss * MeanAmount(test), costs.FalseAlarm) { Review = costs.Review };
        var decided = new ShiftedOutcome(counts.At(threshold), baseRate, uniform);
        return new Section(
            Question,
            [
                new Paragraph(
                    $"The dials start at the note's decision, at the costs it was made for, "
                    + $"and at the share of positives among the {test.Count:N0} test rows. "
                    + $"Where positives still look like these positives and negatives like these negatives, "
                    + $"a threshold keeps its recall and its specificity whatever the base rate; "
                    + $"but the share of flags that are right changes, and so does the cost.{Amounts(test)}{Limit(limit)}"),
                new ExplorerBlock(counts, threshold, baseRate, uniform) { Positive = positive, Negative = negative, IsTold = true },
                Callout.Caution(
                    $"Its cheapest threshold is found on the rows that price it: too optimistic, and without intervals."),
                new Paragraph($"The numbers show what the decision depends on. The note's threshold was chosen on other rows."),
            ],
            $"{(limit is null ? "As decided" : "At the chosen threshold and without the limit")}, "
            + $"{decided.Flagged ?? double.NaN:#,0} of {ShiftedOutcome.Rows:#,0} rows are flagged and "
            + $"{decided.Found ?? double.NaN:#,0} of {ShiftedOutcome.Rows * baseRate:#,0} positives are found; "
            + $"mistakes and reviews then cost {decided.Cost} units.");
    }

    private static MarkdownText Limit(string? limit) => limit is null
        ? MarkdownText.Empty
        : MarkdownText.Of($" The limit of {limit} is left out here: a threshold can be moved by hand, a rank cannot.");

    private static double MeanAmount(ScoredRows test) => test.Amounts is { } amounts
        ? test.Labels.Zip(amounts).Where(row => row.First).Average(row => row.Second)
        : 1;

    private static MarkdownText Amounts(ScoredRows test) => test.Amounts is null
        ? MarkdownText.Empty
        : MarkdownText.Of(
            $" Amounts differ from row to row; "
            + $"here every miss costs the average amount, so the cost can differ from the note's.");
}
