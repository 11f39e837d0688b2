using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What a limit on calls costs, and what one more place would save.</summary>
internal static class CapacityBlocks
{
    public static IEnumerable<Block> Of(CostFindings findings)
    {
        CapacityPlan[] plans = [.. findings.Limits.Concat(findings.Capacity is { } limit ? [limit] : [])
            .DistinctBy(plan => plan.Places)
            .OrderBy(plan => plan.Places)];
        if (plans.Length == 0) yield break;
        string per = findings.PerWords;
        yield return new Paragraph(
            $"The chosen threshold flags {plans[0].Wanted / plans[0].Units:0.#} rows per {per} on average. "
            + $"{Asked(findings.Capacity, per)}");
        yield return new Table(
            $"With a limit, only so many rows per {per} can be reviewed, the ones with the largest expected saving "
            + $"first. "
            + $"Prices in units: what the limit costs per 10,000 rows, by the labels (with a 95 % interval) and as the "
            + $"probabilities predict it; and what one more place would save per {per}, by the probabilities.",
            ["Places", "Lowest p flagged", "Price of the limit", "Expected price", "One more place saves"],
            [.. plans.Select(plan => Row(plan, plan.Places == findings.Capacity?.Places))]);
        int[] off = [.. plans.Where(plan => plan.Price is { Low: { } low, High: { } high }
            && (plan.ExpectedPrice < low || plan.ExpectedPrice > high)).Select(plan => plan.Places)];
        if (off.Length > 0)
        {
            yield return new Paragraph(
                $"With {string.Join(" and ", off)} places the probabilities predict a price outside the interval of what the labels say: "
                + $"the largest probabilities are less exact than all of them on average.");
        }
    }

    private static MarkdownText Asked(CapacityPlan? plan, string per) => plan switch
    {
        null => MarkdownText.Of($"No limit was set (`--capacity`); the table shows what one would cost."),
        { FullUnits: 0 } => MarkdownText.Of($"The limit of {plan.Places} per {per} was never reached on these rows, so it costs nothing."),
        { Price.Low: > 0 } => MarkdownText.Of(
            $"The limit of {plan.Places} per {per} was reached, "
            + $"and the rows left out cost {plan.Price.Value:#,0} units per 10,000 rows. With a limit the threshold "
            + $"becomes a rank: "
            + $"one more place would save about {plan.OneMorePlace:#,0.#} units per {per}, so it is worth up to "
            + $"that much."),
        { Price.High: < 0 } => MarkdownText.Of(
            $"The limit of {plan.Places} per {per} was reached, and still saved {-plan.Price.Value:#,0} units per "
            + $"10,000 "
            + $"rows: reviewing the rows left out would not have paid here, which suggests a higher threshold."),
        _ => MarkdownText.Of(
            $"The limit of {plan.Places} per {per} was reached. On these rows its price, {plan.Price.Value:#,0} units "
            + $"per 10,000, is {NotEnough.ToSay(plan.Price, "whether the limit costs anything", "price", "units")}. "
            + $"By the probabilities it is {plan.ExpectedPrice:#,0}, "
            + $"and one more place would save about {plan.OneMorePlace:#,0.#} units per {per}."),
    };

    private static IReadOnlyList<MarkdownText> Row(CapacityPlan plan, bool isAsked)
    {
        MarkdownText places = isAsked ? MarkdownText.Of($"**{plan.Places}**") : MarkdownText.Of($"{plan.Places}");
        MarkdownText cutOff = plan.CutOff is double lowest ? MarkdownText.Of($"{lowest:0.###}") : MarkdownText.Of($"–");
        MarkdownText price = plan.Price is { Low: double low, High: double high }
            ? MarkdownText.Of($"{plan.Price.Value:#,0} ({low:#,0} to {high:#,0})")
            : MarkdownText.Of($"{plan.Price.Value:#,0}");
        return [places, cutOff, price, $"{plan.ExpectedPrice:#,0}", $"{plan.OneMorePlace:#,0.#}"];
    }
}
