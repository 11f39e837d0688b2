using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack;

/// <summary>Intervals and p-values as the tables have them.</summary>
internal static class Cells
{
    public static MarkdownText With(Interval interval) => interval switch
    {
        { Value: double value, Low: double low, High: double high } => Of(value, low, high, decimals: 4),
        { Value: double value } => MarkdownText.Of($"{value:0.0000}"),
        _ => MarkdownText.Of($"not defined ({interval.WhyUndefined})"),
    };

    /// <summary>In three digits, for tables with several of them side by side.</summary>
    public static MarkdownText Short(Interval interval) => interval switch
    {
        { Value: double value, Low: double low, High: double high } => Of(value, low, high, decimals: 3),
        { Value: double value } => MarkdownText.Of($"{value:0.000}"),
        _ => MarkdownText.Of($"not defined ({interval.WhyUndefined})"),
    };

    private static MarkdownText Of(double value, double low, double high, int decimals) =>
        $"{NumberText.Fixed(value, decimals)} ({NumberText.Range(low, high, decimals)})";

    /// <summary>No probability of a finite sample is 0 or 1.</summary>
    public static MarkdownText Probability(double? probability) => probability switch
    {
        null => MarkdownText.Of($"not defined"),
        < 0.0001 => MarkdownText.Of($"below 0.0001"),
        > 0.9999 => MarkdownText.Of($"above 0.9999"),
        double p => MarkdownText.Of($"{p:0.0000}"),
    };
}
