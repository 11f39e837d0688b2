using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What the note orders: the policy that is followed, whatever options were given.</summary>
internal static class NoteOrder
{
    public static MarkdownText Of(DecisionFindings findings, Measurements measurements)
    {
        CostFindings cost = findings.Cost;
        string positive = findings.Data.Target.PositiveWords;
        string at = measurements["threshold.chosen"].ValueText;
        MarkdownText rule = MarkdownText.Of(
            $"Flag every row whose probability of *{positive}* is at least {at}{Limit(cost)}");
        MarkdownText counts = Counts(cost, positive);
        return cost.Verdict switch
        {
            NoteVerdict.Use => MarkdownText.Of($"**{rule}.** {counts}"),
            NoteVerdict.OnTrial => MarkdownText.Of(
                $"**{rule}, on trial:** {NotEnough.ToSay(
                    cost.CheaperWithoutModel.SavedByChosen, $"whether this is cheaper than {Without(cost)}", "saving",
                    "units per 10,000 rows")}. {counts}"),
            NoteVerdict.NotShown => MarkdownText.Of(
                $"**{Order(cost)}, and leave the model out until more rows decide.** On these rows its own policy, to flag from a "
                + $"probability of {at} on{Limit(cost)}, costs more; it is {NotEnough.ToSay(
                    cost.CheaperWithoutModel.SavedByChosen, "which is cheaper", "difference", "units per 10,000 rows")}. {counts}"),
            NoteVerdict.DoNotUse => MarkdownText.Of(
                $"**{Order(cost)}, and leave the model out: at these costs that is cheaper.** "
                + $"The model's own policy would be to flag rows from a probability of {at} on{Limit(cost)}. {counts}"),
            NoteVerdict.NoModelNeeded => MarkdownText.Of(
                $"**{Order(cost)}; no model is needed at these costs.** The chosen threshold, {at}, flags "
                + $"{(cost.Flags.PredictedPositive == 0 ? "none" : "all")} of the {cost.Flags.Rows:#,0} test rows."),
        };
    }

    /// <summary>The order as the answer to “from which probability on?”.</summary>
    public static MarkdownText Answer(CostFindings cost, Measurements measurements) => cost.Verdict switch
    {
        NoteVerdict.Use => MarkdownText.Of($"**From {measurements["threshold.chosen"].ValueText} on{Limit(cost)}.** "),
        NoteVerdict.OnTrial => MarkdownText.Of($"**From {measurements["threshold.chosen"].ValueText} on{Limit(cost)}, on trial.** "),
        NoteVerdict.NotShown => MarkdownText.Of($"**{Order(cost)}, until more rows decide: the model costs no less on these.** "),
        NoteVerdict.DoNotUse => MarkdownText.Of($"**{Order(cost)}, without asking the model: cheaper at these costs.** "),
        NoteVerdict.NoModelNeeded => MarkdownText.Empty,
    };

    /// <summary>The order in a few words, once more.</summary>
    public static MarkdownText LastWord(CostFindings cost) => cost.Verdict switch
    {
        NoteVerdict.Use => MarkdownText.Of($"Use the model, and watch it."),
        NoteVerdict.OnTrial => MarkdownText.Of($"On trial, until more rows decide it."),
        NoteVerdict.NotShown => MarkdownText.Of($"{Order(cost)}, without the model, until more rows decide."),
        _ => MarkdownText.Of($"{Order(cost)}, without the model."),
    };

    /// <summary>What is done without a model, as a noun.</summary>
    public static string Without(CostFindings cost) =>
        cost.CheaperWithoutModel.Policy.Kind == PolicyKind.None ? "flagging nothing" : "flagging everything";

    private static string Order(CostFindings cost) =>
        cost.CheaperWithoutModel.Policy.Kind == PolicyKind.None ? "Flag nothing" : "Flag every row";

    private static string Limit(CostFindings cost) => cost switch
    {
        { IsLimited: false } => "",
        { Costs.HasAmounts: true } => $", but at most {cost.PlacesText}, those with the largest expected saving",
        _ => $", but at most {cost.PlacesText}, the likeliest first",
    };

    private static MarkdownText Counts(CostFindings cost, string positive)
    {
        var of = Frequencies.Of(cost.Flags);
        return MarkdownText.Of(
            $"Of {Frequencies.Rows:#,0} rows that is about {of.Flagged:#,0} flagged rows: {of.Found:#,0} of {of.Positives:#,0} rows "
            + $"with {positive} are found, {of.Missed:#,0} missed, and {of.FalseAlarms:#,0} others flagged needlessly.");
    }
}
