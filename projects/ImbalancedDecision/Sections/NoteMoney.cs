using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What the order of the note costs, beside the other ways.</summary>
internal static class NoteMoney
{
    public static IEnumerable<MarkdownText> Of(CostFindings cost, Measurements measurements)
    {
        bool follows = cost.Verdict is NoteVerdict.Use or NoteVerdict.OnTrial;
        string without = NoteOrder.Without(cost);
        Measurement chosen = Short(measurements["cost.chosen"]),
            rival = Short(measurements[cost.CheaperWithoutModel.Policy.Kind == PolicyKind.None ? "cost.alert_none" : "cost.alert_all"]);
        yield return follows
            ? MarkdownText.Of($"It costs {chosen}.")
            : MarkdownText.Of($"It costs {rival}. The model's policy would cost {chosen}.");
        if (cost.Verdict != NoteVerdict.NoModelNeeded)
        {
            yield return MarkdownText.Of(
                $"Against {without}, the {(cost.IsLimited
                    ? "one policy without a model that needs no reviews"
                    : "cheaper policy without a model")}, "
                + $"{(follows ? "it" : "the model's policy")} {Saves(measurements[CostMeasurements.SavedAgainstNoModel(cost)])}.");
        }
        if (cost.Verdict != NoteVerdict.NoModelNeeded && !cost.IsLimited)
        {
            yield return MarkdownText.Of(
                $"Against a threshold of ½, {(follows ? "it" : "the model's policy")} {Saves(measurements["saved.against_at_half"])}.");
        }
        if (cost.Capacity is not null) yield return Limit(cost, measurements);
        yield return Best(cost, measurements);
    }

    /// <summary>A saving with what its interval says of it.</summary>
    public static MarkdownText Saves(Measurement given) => Short(given) switch
    {
        { Low: > 0 } saved => MarkdownText.Of($"saves {saved}"),
        { High: < 0 } saved => MarkdownText.Of(
            $"costs {saved with { Value = -saved.Value, Low = -saved.High, High = -saved.Low }} more"),
        { Low: not null, Value: < 0 } saved => MarkdownText.Of(
            $"costs {saved with { Value = -saved.Value, Low = -saved.High, High = -saved.Low }} more; the interval includes 0, "
            + $"{NotEnough.ToSay(saved, "which is cheaper", "difference")}"),
        { Low: not null } saved => MarkdownText.Of(
            $"saves {saved}; the interval includes 0, {NotEnough.ToSay(saved, "which is cheaper", "saving")}"),
        { Value: 0 } => MarkdownText.Of($"saves nothing: it does the same"),
        { } saved => MarkdownText.Of($"saves {saved}"),
    };

    private static MarkdownText Limit(CostFindings cost, Measurements measurements) => cost.IsLimited
        ? MarkdownText.Of(
            $"The limit of {cost.PlacesText} (`--capacity`) costs {Short(measurements["capacity.price"])} of that: without it the "
            + $"threshold would flag {measurements["capacity.wanted"].ValueText} per {cost.PerWords}, and cost "
            + $"{Short(measurements["cost.unlimited"])}.")
        : MarkdownText.Of(
            $"The limit of {cost.PlacesText} (`--capacity`) costs nothing: the threshold flags "
            + $"{measurements["capacity.wanted"].ValueText} per {cost.PerWords} on average, and never reached it.");

    private static MarkdownText Best(CostFindings cost, Measurements measurements)
    {
        Measurement oracle = Short(measurements["cost.oracle"]);
        string free = cost.IsLimited ? ", without a limit," : "";
        if (!cost.IsTruthKnown)
        {
            return MarkdownText.Of(
                $"The cheapest threshold in hindsight{free} would have cost {oracle}; "
                + $"it was found on these very rows, so it is too optimistic.");
        }
        return cost.Oracle.Cost.Value > cost.Chosen.Cost.Value
            ? MarkdownText.Of(
                $"The true probabilities, known as these rows are drawn,{free} would have cost {oracle} on these rows. "
                + $"Nothing beats them in the long run: what the "
                + $"model's policy is cheaper by here is luck.")
            : MarkdownText.Of(
                $"The true probabilities, known as these rows are drawn,{free} would have cost {oracle} on these rows; in the long run "
                + $"no model costs less than they do.");
    }

    /// <summary>What is said of 10,000 rows anyway need not be said with each number.</summary>
    private static Measurement Short(Measurement money) => money with { Unit = "units" };
}
