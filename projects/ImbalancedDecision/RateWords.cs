using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What rule and intervals were worth on simulated populations, in sentences.</summary>
internal static class RateWords
{
    /// <summary>Of the rule for the threshold.</summary>
    public static MarkdownText OfRule() => MarkdownText.Of(
        $"On simulated populations whose truth is known, the true cost of the threshold by this rule was so many times that of the best threshold with the same scores, on average: {MarkdownText.Join("; ", PolicyRates.Measured.Select(Regret))}.");

    /// <summary>Of the intervals.</summary>
    public static MarkdownText OfIntervals() => MarkdownText.Of(
        $"On the same populations the 95 % interval of the cost of the chosen threshold held its true cost in {MarkdownText.Join("; ", PolicyRates.Measured.Select(Coverage))} (`{PolicyRates.Command}`).");

    private static MarkdownText Regret(PolicyRate rate) => MarkdownText.Of(
        $"{rate.Regret:0.000} for {rate.Population} (Elkan's always {rate.ElkanRegret:0.000}, the searched one always {rate.SearchedRegret:0.000})");

    private static MarkdownText Coverage(PolicyRate rate) => MarkdownText.Of($"{rate.Covered} of {rate.Populations} ({rate.Population}, {rate.Rows:#,0} rows)");
}
