using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What each policy costs on test rows, what a limit on calls costs, and what would flip the decision.</summary>
internal static class CostSection
{
    /// <param name="findings">Of the costs.</param>
    /// <param name="measurements">With those of <see cref="CostMeasurements"/>.</param>
    /// <param name="later">Another base rate to mark, where the model will be used; null marks none.</param>
    public static Section Of(CostFindings findings, Measurements measurements, double? later = null)
    {
        NamedInterval[] named = [.. findings.Policies.Select(
            policy => new NamedInterval(findings.NameOf(policy.Policy.Kind), policy.Cost))];
        List<Block> blocks =
        [
            new Paragraph(
                $"Every policy is applied to the same {findings.Flags.Rows:#,0} test rows, "
                + $"{findings.Flags.Positives:#,0} of them positive, which took no part in any choice"
                + $"{(findings.IsTruthKnown
                    ? ""
                    : ", except for the best in hindsight, "
                        + "the cheapest threshold on these very rows, which is too optimistic")}"
                + $". {Oracle(findings)}"),
            new FigureBlock(
                PolicyCostFigure.Draw("cost per 10,000 rows (units)", named, findings.NameOf(PolicyKind.Chosen)),
                $"Points are costs, lines 95 % intervals. That two overlap does not mean that they cost the same: the table compares "
                + $"them row by row.").Told(),
            new Table(
                $"Costs in units per 10,000 rows. The last column is what {Followed(findings)} saves against each "
                + $"policy, paired by row; where the interval includes 0, it is not enough to say which is cheaper.",
                ["Policy", "Flagged", "Found", "Cost", "95 % interval", "Chosen saves"],
                [.. findings.Policies.Select(policy => Row(findings, policy, measurements))]),
            new Paragraph(
                $"Most rows cost nothing and a few positives cost nearly everything, "
                + $"so each interval adds up the limits of rare sums ({findings.Chosen.Cost.Method}). "
                + $"A bootstrap can only draw what it has seen; where two policies differ only on rows of which "
                + $"hardly any "
                + $"are positive, its intervals can be far too narrow. {RateWords.OfIntervals()}"),
        ];
        if (findings[PolicyKind.PerRow] is { } byRow) blocks.Add(PerRow(byRow));
        blocks.AddRange(CapacityBlocks.Of(findings));
        blocks.AddRange(RegionBlocks.Of(findings, later));
        return new Section("What does it cost, and what would change the decision?", blocks, Conclusion(findings, measurements));
    }

    private static IReadOnlyList<MarkdownText> Row(CostFindings findings, PolicyCost policy, Measurements measurements)
    {
        string id = CostMeasurements.Policies.First(known => known.Kind == policy.Policy.Kind).Id;
        Measurement cost = measurements[$"cost.{id}"];
        MarkdownText name = policy.Policy is { Kind: not PolicyKind.Half, Threshold: double at }
            ? MarkdownText.Of($"{findings.NameOf(policy.Policy.Kind)} ({at:0.####})")
            : MarkdownText.Of($"{findings.NameOf(policy.Policy.Kind)}");
        MarkdownText saved = policy.Policy.Kind == PolicyKind.Chosen ? MarkdownText.Empty : Saved(measurements[$"saved.against_{id}"]);
        return [name, $"{policy.Flags:#,0}", $"{policy.Found:#,0}", $"{cost.Value:#,0}", cost.RangeText, saved];
    }

    private static MarkdownText Saved(Measurement saved) => saved.RangeText.Length == 0
        ? MarkdownText.Of($"{saved.Value:#,0}")
        : MarkdownText.Of($"{saved.Value:#,0} ({saved.RangeText})");

    private static MarkdownText Oracle(CostFindings findings) => findings.IsTruthKnown
        ? MarkdownText.Of(
            $"The true probabilities of these rows are known, so the table includes an oracle that uses them: "
            + $"no model can beat it in the long run, though on a few thousand rows it may be unlucky.")
        : MarkdownText.Empty;

    private static string Followed(CostFindings findings) => findings.IsLimited
        ? $"the chosen threshold with at most {findings.PlacesText}"
        : "the chosen threshold";

    private static Paragraph PerRow(PolicyCost byRow)
    {
        MarkdownText verdict = byRow.SavedByChosen switch
        {
            { High: < 0 } => MarkdownText.Of(
                $"on these rows that is cheaper, by more than chance: "
                + $"use it if the amount of a row is known when the decision is made."),
            { Low: > 0 } => MarkdownText.Of(
                $"on these rows that costs more, by more than chance: "
                + $"amounts and probabilities do not go together as the formula assumes."),
            _ => MarkdownText.Of(
                $"that is {NotEnough.ToSay(byRow.SavedByChosen, "which is cheaper", "saving", "units")}. "
                + $"In the long run, and with correct probabilities, a threshold by row cannot lose."),
        };
        return new Paragraph(
            $"With a threshold for each row, set by its amount, "
            + $"the cost is {byRow.Cost.Value:#,0} units per 10,000 rows instead; {verdict}");
    }

    private static MarkdownText Conclusion(CostFindings findings, Measurements measurements)
    {
        PolicyCost rival = findings.CheaperWithoutModel;
        string id = CostMeasurements.Policies.First(known => known.Kind == rival.Policy.Kind).Id,
            name = CostMeasurements.NameOf(rival.Policy.Kind), policy = Capital.First(Followed(findings));
        Measurement saved = measurements[$"saved.against_{id}"];
        Interval difference = rival.SavedByChosen;
        return difference switch
        {
            { Low: > 0 } => MarkdownText.Of(
                $"{policy} costs {measurements["cost.chosen"]} per 10,000 rows, "
                + $"{saved} less than the cheaper policy without a model ({name})."),
            { High: < 0 } => MarkdownText.Of(
                $"{policy} costs {measurements["cost.chosen"]} per 10,000 rows, "
                + $"more than the cheaper policy without a model ({name}), "
                + $"which would save {-difference.Value:#,0}: do not use the model at these costs."),
            { Value: 0, HasEnds: false } => MarkdownText.Of(
                $"{policy} does the same as the cheaper policy without a model ({name}), "
                + $"for {measurements["cost.chosen"]} per 10,000 rows."),
            _ => MarkdownText.Of(
                $"{policy} costs {measurements["cost.chosen"]} per 10,000 rows. Against the cheaper policy "
                + $"without a model ({name}) it saves {saved}: {NotEnough.ToSay(saved, "which of the two is cheaper", "saving")}."),
        };
    }
}
