using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>For which base rates and costs the model is worth using.</summary>
internal static class RegionBlocks
{
    // In percent.
    private const double Tiny = 1e-4;

    public static IEnumerable<Block> Of(CostFindings findings, double? later)
    {
        if (findings.Region is not { } region)
        {
            yield return Callout.Note(
                $"There is no plane of base rates and costs to draw: "
                + $"no flag pays, a flag costs nothing, or the test rows are all of one class.");
            yield break;
        }

        yield return new Paragraph(
            $"What would flip the decision? A find saves miss − review, "
            + $"{findings.TypicalCosts.Miss - findings.TypicalCosts.Review:#,0.##} units, and a false alarm costs "
            + $"false alarm + review, {findings.TypicalCosts.FalseAlarm + findings.TypicalCosts.Review:#,0.##}: "
            + $"{region.CostRatio:0.##} to 1. Only the product of this ratio and the odds of a positive counts: "
            + $"positives half as frequent are made up for by misses that cost twice as much.");
        yield return new FigureBlock(DecisionRegionFigure.Draw(region, later), Caption(region));
    }

    private static MarkdownText Caption(DecisionRegion region) => region is { Low: double low, High: double high }
        ? MarkdownText.Of(
            $"In the strip the model is worth using, each point at the threshold that is right for it: "
            + $"on these rows and at today's costs from a base rate of {Percent(region.BaseRateAt(low))} to "
            + $"{Percent(region.BaseRateAt(high))}, and at today's base rate of {100 * region.BaseRate:0.##} % for "
            + $"cost ratios from {region.CostRatioAt(low):0.##} to {region.CostRatioAt(high):#,0}. "
            + $"In the bands of stronger colour it is worth a quarter, and a half, of a perfect model; "
            + $"today, at the threshold that its probabilities give once they are corrected to today's base rate, {Worth(region)}. "
            + $"The edges depend on the few rows at the ends of the ROC curve.")
        : MarkdownText.Of(
            $"On these rows the model is not worth using anywhere: "
            + $"whatever the base rate and the costs, flagging nothing or everything costs no more.");

    /// <summary>An end of the strip, with as many digits as a few rows allow.</summary>
    public static MarkdownText Percent(double baseRate) => (100 * baseRate) switch
    {
        >= 1 and var percent => MarkdownText.Of($"{percent:0.#} %"),
        >= Tiny and var percent => MarkdownText.Of($"{percent:G2} %"),
        _ => MarkdownText.Of($"less than {Tiny:0.####} %"),
    };

    private static MarkdownText Worth(DecisionRegion region) => region.ValueToday > 0
        ? MarkdownText.Of($"it is {100 * region.ValueToday:0} %")
        : MarkdownText.Of($"it is worth nothing");
}
