using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>
/// Counts per 10,000 rows: people judge “99 of 10,000” better than “0.99 %” (G. Gigerenzer, U. Hoffrage, 1995,
/// Psychological Review 102:684–704).
/// </summary>
internal static class Frequencies
{
    public const double Rows = 10_000;

    /// <summary>A count among the rows of a matrix, as if there were 10,000.</summary>
    public static MarkdownText Of(long count, long among) => MarkdownText.Of($"{Rows * count / among:#,0}");

    /// <summary>Found, missed, false alarms, each per 10,000 rows.</summary>
    public static IReadOnlyList<MarkdownText> Of(ConfusionMatrix flags) =>
        [Of(flags.TruePositives, flags.Rows), Of(flags.FalseNegatives, flags.Rows), Of(flags.FalsePositives, flags.Rows)];
}
