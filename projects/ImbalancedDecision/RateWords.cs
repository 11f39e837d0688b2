using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What rule and intervals were worth on simulated populations.</summary>
internal static class RateWords
{
    /// <summary>Of the rule for the threshold, one row per kind of population.</summary>
    public static Table OfRule() => new(
        $"Payments drawn from known laws, {PolicyRates.Measured.Max(rate => rate.Populations)} times for each row: "
        + $"the true cost of this rule's threshold divided by that of the best threshold with the same scores, "
        + $"on average, beside always taking Elkan's or always the searched one. Where scores are calibrated Elkan's "
        + $"is the better choice, and where they are far off the rule notices (`{PolicyRates.Command}`).",
        ["Scores", "Validation rows", "By the rule", "Always Elkan's", "Always searched", "Elkan's taken"],
        [.. PolicyRates.Measured.Select(Regret)]);

    /// <summary>Of the intervals.</summary>
    public static MarkdownText OfIntervals()
    {
        PolicyRate least = PolicyRates.Measured.MinBy(rate => rate.Coverage.Value)!,
            most = PolicyRates.Measured.MaxBy(rate => rate.Coverage.Value)!;
        return MarkdownText.Of(
            $"On the simulated populations the 95 % interval of the cost of the chosen threshold contained its true "
            + $"cost in "
            + $"{least.Covered} of {least.Populations} ({least.Population}) to {most.Covered} of "
            + $"{most.Populations} ({most.Population}).");
    }

    private static IReadOnlyList<MarkdownText> Regret(PolicyRate rate) =>
    [
        rate.Population, $"{rate.Rows:#,0}", $"{rate.Regret:0.000}", $"{rate.ElkanRegret:0.000}",
        $"{rate.SearchedRegret:0.000}", $"{rate.ElkanChosen} of {rate.Populations}",
    ];
}
