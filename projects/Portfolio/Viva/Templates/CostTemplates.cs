using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>decision</c>: costs, thresholds, what changes later.</summary>
internal static class CostTemplates
{
    private const string Elkan = "threshold.elkan", Searched = "threshold.empirical", Chosen = "cost.chosen", None = "cost.alert_none",
        All2 = "cost.alert_all", Accuracy = "test.accuracy", OfNothing = "baseline.accuracy", Estimated = "shift.estimated_rate",
        Before = "reference.rate", BaseRate = "baseline.rate", Half = "saved.against_at_half";

    public static IReadOnlyList<Template> All => [DearerAlarms, ShareSaved, AgainstHalf, ShipIt, Scatter, Drift];

    // Flag where p · miss > (1 − p) · false alarm + review, so where p > (false alarm + review)/(false alarm + miss).
    private static Template DearerAlarms { get; } = new("decision.dearer-alarms", Area.Chance, 3, 3, "learn lesson 5",
        [Elkan, None, All2, BaseRate], run =>
    {
        double t = run[Elkan], k = run.Draw(3, 5, 10);
        if (PaidCosts.Of(t, run[None], run[All2], run[BaseRate]) is not { } paid
            || run.IsTyped("--amount"))
        {
            return null;
        }

        (double miss, double alarm, double review) = paid;
        return new(
            $"A miss costs you {Of(miss)}, a false alarm {Of(alarm)} and the review of any flagged row {Of(review)}, so your threshold is "
            + $"{run.Say(Elkan)}. Now a false alarm costs {Of(k)} times as much, and nothing else changes. Where does the threshold go?",
            new NumberKey(
                (k * alarm + review) / (k * alarm + miss), Closeness.Share,
                new("the threshold times the factor", k * t),
                new("its odds times the factor, as if a review became dearer as well", k * t / (k * t + 1 - t)),
                new("what follows without the review of a flagged row", k * alarm / (k * alarm + miss)),
                new("the wrong direction: dearer false alarms ask for more evidence", (alarm / k + review) / (alarm / k + miss))),
            "A row is flagged where leaving it alone costs more on average: p · miss > (1 − p) · false alarm + review.",
            $"(false alarm + review)/(false alarm + miss) = ({Of(k * alarm)} + {Of(review)})/({Of(k * alarm)} + {Of(miss)}).",
            new("Who decides what a miss costs?", "Whoever pays for it. The model's job is to say what each choice does to the bill."));
    });

    private static Template ShareSaved { get; } = new("decision.share-saved", Area.Chance, 3, 2, "learn lesson "
        + "5", [Chosen, None, All2], run =>
    {
        (double own, double none, double all) = (run[Chosen], run[None], run[All2]);
        double trivial = Math.Min(none, all);
        return own >= trivial ? null : new(
            $"Per 10,000 rows your threshold costs {run.Say(Chosen)}, flagging nothing {run.Say(None)} and flagging everything "
            + $"{run.Say(All2)}. What share of the bill does the model save, against the cheaper of those two?",
            new NumberKey(
                1 - own / trivial, Closeness.Share,
                new("the share that is still paid", own / trivial),
                new("the saving over your own bill; the bill without a model is the whole", trivial / own - 1),
                new("against the worse of the two", 1 - own / Math.Max(none, all))),
            "First find what one would do without a model.",
            $"1 − {run.Say(Chosen)}/{NumberText.Of(trivial)}.",
            new("Why not compare with doing the worse of the two?", "Nobody would. A saving against a choice nobody makes is no saving."));
    });

    private static Template AgainstHalf { get; } = new("decision.against-half", Area.Chance, 5, 1, "learn lesson 6", [Half], run =>
        IntervalChoice.Of(run, Half, "Per 10,000 rows, against a threshold of one half, you saved", "your threshold is cheaper"));

    private static Template ShipIt { get; } = new("decision.ship-it", Area.Chance, 3, 2, "learn lesson "
        + "5", [Accuracy, OfNothing], run => new(
        $"A manager reads your report: \"The accuracy is {run.Say(Accuracy)}. Ship it.\" What do you say?",
        new TextKey(
            $"A program that never flags anything has an accuracy of {run.Say(OfNothing)}.",
            "Accuracy counts a miss and a false alarm alike, and they do not cost alike.",
            "What decides is recall, precision and cost at the chosen threshold, with their intervals."),
        "What would a program get that does nothing?",
        $"With positives as rare as these, doing nothing already gets {run.Say(OfNothing)}, so accuracy says little. I would show what the "
        + "threshold costs against doing nothing, how many of the positives it finds, and how many flagged rows a person reads for each.",
        new("And if accuracy were above that of doing nothing?", "Still not enough: it may be bought with misses, which cost more.")));

    private static Template Scatter { get; } = new("decision.scatter", Area.Chance, 5, 2, "learn lesson 6", [Searched], run =>
        run.Measured(Searched) is not { Low: not null } ? null : new(
            $"The threshold that you searched on the validation rows is {run.SayWhole(Searched)}. Why does it scatter so much, and what do "
            + "you do about it?",
            new TextKey(
                "There are few positives among the validation rows, and each of them moves the bill.",
                "Near its minimum the cost curve is flat, so that very different thresholds cost nearly the same.",
                "The formula from the costs does not scatter, if the probabilities are calibrated; the search only has to contradict it "
                + "clearly before it wins."),
            "What does the cost curve look like near its minimum?",
            $"The search found {run.SayWhole(Searched)}. Few positives decide it, and the curve is flat there. Because many "
            + "thresholds cost "
            + "nearly the same I take the one that follows from the costs, unless the rows contradict it.",
            new("Would cross-validating the threshold help?", "A little: it uses each row once for judging. The flat curve stays flat.")));

    private static Template Drift { get; } = new("decision.drift", Area.Chance, 3, 3, "learn lesson conditional-probability",
        [Estimated, Before], run => new(
            $"Without labels you estimated that the base rate went from {run.Say(Before)} to {run.Say(Estimated)}. What did you have to "
            + "assume?",
            new TextKey(
                "Positives still look as they did, and so do negatives: only their shares changed.",
                "The scores were calibrated at the old base rate, or the confusion of the classifier was known.",
                "Labels that come later have to confirm it; a changed product or a new kind of fraud would break it."),
            "Which of p(x | y) and p(y) did you let move?",
            "That only p(y) moved: each class still looks as it did, so that the shift of the scores is a shift of the mixture. "
            + "From that, "
            + $"{run.Say(Estimated)} follows. If a new kind of positive turned up, the estimate would be wrong, and only labels "
            + "would tell.",
            new("How would you notice that the assumption fails?", "Columns move in a way that no change of the mixture explains.")));
}
