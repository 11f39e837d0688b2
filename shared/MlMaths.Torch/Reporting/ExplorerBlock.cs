using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A place of the page where a reader moves the threshold, the costs and the base rate, and sees what follows. Only the HTML
/// with its script has it, once on a page; Markdown, and a reader without scripts, find one sentence in its place.
/// </summary>
/// <param name="Counts">Counts of the test rows' probabilities, all of them; a page takes about 2,000 thresholds.</param>
/// <param name="Threshold">What was decided.</param>
/// <param name="BaseRate">The share of positives that was decided for; above 0 and below 1.</param>
/// <param name="Costs">What errors and reviews cost there.</param>
public sealed record ExplorerBlock(ThresholdCounts Counts, double Threshold, double BaseRate, ErrorCosts Costs) : Block
{
    /// <summary>What the positive class is called; the user's word.</summary>
    public string Positive { get; init; } = "positive";

    /// <summary>What the negative class is called; the user's word.</summary>
    public string Negative { get; init; } = "negative";

    /// <summary>The address of the explorer: where the Markdown's sentence leads, and which paragraph it stands in for.</summary>
    internal const string Address = "report.html#" + ExplorerHtml.Id;

    /// <summary>The sentence in its place: a link, or the reason that there is nothing to explore.</summary>
    internal MarkdownText Sentence => Counts.MissingClass is string reason
        ? MarkdownText.Of($"There is nothing to explore, because {reason}.")
        : MarkdownText.Of(
            $"[The explorer in report.html](report.html#x-explorer) moves the threshold, "
            + $"the costs and the base rate by hand, and shows what follows.");
}
