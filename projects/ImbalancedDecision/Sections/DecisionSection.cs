using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The note itself: one page that somebody can act on.</summary>
internal static class DecisionSection
{
    public static Section Of(DecisionFindings findings, Measurements measurements) => new(
        "What should be done?",
        [
            new Paragraph($"**What it costs and saves**, per 10,000 rows, on {findings.Test.Count:#,0} test rows not "
                + $"used for any choice:"),
            new Bullets([.. NoteMoney.Of(findings.Cost, measurements)]),
            new Paragraph($"**What it is based on**"),
            new Bullets(Grounds(findings, measurements)),
            new Paragraph($"**What would change it**"),
            new Bullets([.. Changes(findings, measurements)]),
            new Paragraph($"**What is watched from now on**"),
            new Bullets([.. NoteWatch.Of(findings, measurements)]),
            new Paragraph(NoteOrder.LastWord(findings.Cost)),
        ],
        NoteOrder.Of(findings, measurements));

    private static MarkdownText[] Grounds(DecisionFindings findings, Measurements measurements)
    {
        ErrorCosts costs = findings.Costs;
        MarkdownText amounts = findings.Test.Amounts is null ? MarkdownText.Empty : MarkdownText.Of($" times the amount of the row");
        CalibrationNullBand calibration = findings.DecidingError;
        return
        [
            MarkdownText.Of(
                $"Costs, {(findings.AreCostsGiven ? "as given" : "assumed, since none were given")}: "
                + $"a miss {costs.Miss}{amounts}, a false alarm {costs.FalseAlarm}, "
                + $"a review of any flagged row {costs.Review}. Nothing else is counted."),
            MarkdownText.Of(
                $"Probabilities from *{findings.Choice.Name}*, chosen on validation rows. "
                + $"Their calibration error on test rows, {measurements["test.ece"]}, is "
                + $"{(calibration.Observed > calibration.High ? "more than chance explains" : "no more than chance explains")}."),
            MarkdownText.Of(
                $"A base rate of {measurements["baseline.rate"].InPercent}. {Found(findings, measurements)}"),
        ];
    }

    private static MarkdownText Found(DecisionFindings findings, Measurements measurements) => findings.Cost.IsLimited
        ? MarkdownText.Of(
            $"Of the positive test rows the limited policy finds "
            + $"{measurements["capacity.recall"].InPercent.OfCount(findings.Test.Positives)}; the "
            + $"threshold alone would find {measurements["test.recall"].InPercent}.")
        : MarkdownText.Of(
            $"Of the positive test rows the chosen threshold finds "
            + $"{measurements["test.recall"].InPercent.OfCount(findings.Test.Positives)}.");

    private const string Tried = "; the one in use was found by trial, which contradicts it.";

    private static IEnumerable<MarkdownText> Changes(DecisionFindings findings, Measurements measurements)
    {
        CostFindings cost = findings.Cost;
        if (cost.Region is { Low: not null } region)
            yield return Region(cost, region);
        yield return MarkdownText.Of(
            $"Other costs (`--cost-miss`, `--cost-false-alarm`, `--cost-review`): the threshold from the costs is "
            + $"(false alarm + review) / (false alarm + miss), here {measurements["threshold.elkan"].ValueText}"
            + $"{(measurements["threshold.chosen"].Value == measurements["threshold.elkan"].Value ? "." : Tried)}");
        if (cost.Capacity is null)
            yield return MarkdownText.Of($"A limit on reviews (`--capacity`): none was given.");
        if (cost is { IsLimited: true, Capacity.OneMorePlace: > 0 })
        {
            yield return MarkdownText.Of(
                $"More reviews: one more place per {cost.PerWords} would save about {measurements["capacity.one_more_place"]}, "
                + $"by the probabilities.");
        }
        foreach (string odd in cost.Oddities)
            yield return odd;
    }

    /// <summary>Where any threshold pays; whether this one does today is the order's business.</summary>
    private static MarkdownText Region(CostFindings cost, DecisionRegion region)
    {
        MarkdownText today = (cost.Verdict, region.IsWorthAsking) switch
        {
            (NoteVerdict.Use, _) => MarkdownText.Empty,
            (_, true) => MarkdownText.Of($" Today's lies between them, but by too little to be sure on these rows."),
            _ => MarkdownText.Of($" Today's, {NumberText.Brief(100 * region.BaseRate)} %, lies outside."),
        };
        return MarkdownText.Of(
            $"The base rate: at these costs, and with a threshold that moves with it, the model is cheaper than flagging "
            + $"nothing or everything from about {RegionBlocks.Percent(region.BaseRateAt(region.Low!.Value))} to "
            + $"{RegionBlocks.Percent(region.BaseRateAt(region.High!.Value))}{(cost.IsLimited ? ", limit aside" : "")}; below that "
            + $"flag nothing, above it everything. Both ends rest on the few rows with the highest and lowest scores.{today}");
    }
}
