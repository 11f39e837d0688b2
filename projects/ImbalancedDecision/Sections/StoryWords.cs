using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The story of the bank's calls: what a mistake costs, and which column nobody has before a call.</summary>
internal static class StoryWords
{
    /// <summary>Before everything else that a page says; empty for any other data.</summary>
    public static MarkdownText Before(DecisionFindings findings) => findings.Data.AreCalls
        ? MarkdownText.Of($"{Story(findings)}{Afterwards(findings)}")
        : MarkdownText.Empty;

    /// <summary>Why scores of held-out rows mean nothing; null where they do.</summary>
    public static string? Leak(DecisionFindings findings) =>
        findings.KnownAfterwards is { } known ? $"{known.Name} is known only after the call" : null;

    private static MarkdownText Story(DecisionFindings findings) => MarkdownText.Of(
        $"A bank calls its customers and offers a deposit. A call in vain costs {findings.Costs.FalseAlarm}, and a customer who would have "
        + $"signed and was not called {findings.Costs.Miss}{Otherwise(findings)}. ");

    private static MarkdownText Otherwise(DecisionFindings findings) => findings.AreCostsGiven
        ? MarkdownText.Empty
        : MarkdownText.Of($" (`--cost-false-alarm` and `--cost-miss` say otherwise)");

    private static MarkdownText Afterwards(DecisionFindings findings) => findings.KnownAfterwards is { Area: { Value: double area } } known
        ? MarkdownText.Of(
            $"**Caution: {known.Name} takes part, and how long a call lasts is known only after it.** No check of the rows can see that; "
                + $"what "
            + $"can be measured is that it alone ranks with a ROC AUC of {area:0.00}. Nobody has it when the decision is made: leave it "
            + $"out "
            + $"with `--leave-out {known.Name}`, and believe those numbers. ")
        : MarkdownText.Empty;
}
