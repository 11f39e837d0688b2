using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>decision</c>: counts, base rates, what a reviewer sees.</summary>
internal static class DecisionTemplates
{
    private const string Precision = "test.precision", Recall = "test.recall", BaselineRate = "baseline.rate", Wanted = "capacity.wanted",
        Area2 = "test.roc_auc", Average = "test.average_precision";

    public static IReadOnlyList<Template> All =>
        [Missed, Nothing, ReadPerFound, Lift, FoundPerWeek, GuessingPrecision, BaseRate, AmongThePassed, TwoAreas];

    private static Template Missed { get; } = new("decision.missed", Area.Chance, 3, 1, "learn lesson 4", [Recall], run =>
        run[Recall] == 1 ? null : new(
            $"Your recall is {run.Say(Recall)}. A hundred positive cases come in. About how many does the model miss?",
            new NumberKey(
                100 * (1 - run[Recall]), Closeness.Count,
                new("how many it finds", 100 * run[Recall]),
                new("what precision would tell: false alarms among the flagged",
                    run.Has(Precision) ? 100 * (1 - run[Precision]) : double.NaN)),
            "Recall is the share of the positives that is found.",
            $"1 − {run.Say(Recall)} of them.",
            new("How could you miss fewer, with the same model?", "Lower the threshold; more false alarms are the price.")));

    private static Template Nothing { get; } = new("decision.flag-nothing", Area.Chance, 3, 1, "learn lesson 5", [BaselineRate], run => new(
        $"{Percent(run[BaselineRate], 2)} of your test rows are positive. What is the accuracy of a program that never flags anything?",
        new NumberKey(
            1 - run[BaselineRate], Closeness.Share,
            new("how often it is wrong", run[BaselineRate]), new("the accuracy of a coin", 0.5)),
        "It is right on every negative row.",
        $"1 − {Brief(run[BaselineRate])}.",
        new("So what would you report instead?", "Recall and precision at the chosen threshold, average precision, and the cost.")));

    private static Template ReadPerFound { get; } = new("decision.read-per-found", Area.Chance, 3, 1, "learn lesson 4", [Precision], run =>
        run[Precision] is <= 0 or >= 0.95 ? null : new(
            $"Precision is {run.Say(Precision)}. How many flagged rows does a reviewer read for each one that is really positive?",
            new NumberKey(
                1 / run[Precision], Closeness.Relative,
                new("one over the recall", run.Has(Recall) && run[Recall] > 0 ? 1 / run[Recall] : double.NaN),
                new("how many there would be without a model", run.Has(BaselineRate) && run[BaselineRate] > 0
                    ? 1 / run[BaselineRate]
                    : double.NaN),
                new("the false alarms alone, without the hit itself", 1 / run[Precision] - 1)),
            "Of the flagged rows, that share is positive.",
            $"1/{run.Say(Precision)}.",
            new("Is that too many?", "That is a question of costs: what a minute of the reviewer costs, against what a miss costs.")));

    private static Template Lift { get; } = new("decision.lift", Area.Chance, 3, 2, "learn lesson conditional-probability",
        [Precision, BaselineRate], run => run[Precision] <= run[BaselineRate] ? null : new(
            $"The base rate is {run.Say(BaselineRate)}, and the precision is {run.Say(Precision)}. How many times as likely is a "
            + "flagged row to be positive as any row is?",
            new NumberKey(
                run[Precision] / run[BaselineRate], Closeness.Relative,
                new("recall over base rate", run.Has(Recall) ? run[Recall] / run[BaselineRate] : double.NaN),
                new("the difference, not how many times", run[Precision] - run[BaselineRate])),
            "Compare P(positive | flagged) with P(positive).",
            $"{run.Say(Precision)}/{run.Say(BaselineRate)}.",
            new("What would independence of flag and label give?", "A lift of 1: the flag would say nothing.")));

    private static Template FoundPerWeek { get; } = new("decision.found-per-week", Area.Chance, 3, 2, "learn lesson 4",
        [Wanted, Precision], run => run[Precision] is 0 or 1 ? null : new(
            $"At your threshold {run.Say(Wanted)} are flagged in a week, with a precision of {run.Say(Precision)}. How many of them are "
            + "positive?",
            new NumberKey(
                run[Wanted] * run[Precision], Closeness.Relative,
                new("the flagged rows times recall", run.Has(Recall) ? run[Wanted] * run[Recall] : double.NaN),
                new("the false alarms", run[Wanted] * (1 - run[Precision])),
                new("the flagged rows times the base rate", run.Has(BaselineRate) ? run[Wanted] * run[BaselineRate] : double.NaN)),
            "Precision is about flagged rows.",
            $"{run.Say(Wanted)} · {run.Say(Precision)}.",
            new("And if the team can only read half of them?", "Then read the highest scores first: their precision is better than "
                + "average.")));

    private static Template GuessingPrecision { get; } = new("decision.guessing", Area.Chance, 3, 2, "learn lesson "
        + "5", [Average, BaselineRate], run =>
        new(
            $"Your average precision is {run.Say(Average)}, and {Percent(run[BaselineRate], 2)} of the rows are positive. "
            + "What would scores drawn at random get, on average?",
            new NumberKey(
                run[BaselineRate], Closeness.Share,
                new("what the ROC AUC of guessing is", 0.5), new("what a model gets that finds nothing at all", 0)),
            "At any threshold, what precision does a random flag have?",
            "Random flags have the base rate as their precision, wherever the threshold is.",
            new("So is yours good?", $"It is {Brief(run[Average] / run[BaselineRate])} times that of guessing. Whether it is enough is a "
                + "matter of costs.")));

    private static Template BaseRate { get; } = new("decision.base-rate", Area.Chance, 3, 3, "learn lesson conditional-probability",
        [Precision, Recall, BaselineRate], run =>
    {
        (double p, double r, double π) = (run[Precision], run[Recall], run[BaselineRate]);
        (double times, string says) = run.Draw((2.0, "doubles"), (3.0, "triples"), (0.5, "halves"));
        if (p is <= 0 or >= 1 || r == 0 || times * π > 0.5) return null;
        double alarms = r * π * (1 - p) / p / (1 - π), moved = times * π, after = r * moved / (r * moved + alarms * (1 - moved));
        return new(
            $"Precision is {run.Say(Precision)} at a base rate of {run.Say(BaselineRate)}. "
            + $"The base rate {says}; model and threshold stay. What is the precision then?",
            new NumberKey(
                after, Closeness.Share,
                new("as if precision moved in proportion to the base rate", times * p),
                new("the old precision; only recall and the false-alarm rate stay", p)),
            "Recall and the false-alarm rate stay as they are. Write the odds of a flagged row.",
            $"The odds of a flagged row, {Brief(p / (1 - p))}, are multiplied by {Brief(moved / (1 - moved) * (1 - π) / π)}, as the "
            + "odds of "
            + $"any row are: {Brief(after / (1 - after))}, a precision of {Brief(after)}.",
            new("Would you move the threshold?", "Yes, if the scores are probabilities at the old rate: correct them by the same odds."));
    });

    private static Template AmongThePassed { get; } = new("decision.among-the-passed", Area.Chance, 3, 3,
        "learn lesson conditional-probability", [Precision, Recall, BaselineRate], run =>
    {
        (double p, double r, double π) = (run[Precision], run[Recall], run[BaselineRate]);
        if (p is <= 0 or >= 1 || r is <= 0 or >= 1) return null;
        double missed = (1 - r) * π, passed = 1 - r * π / p;
        return new(
            $"Recall {run.Say(Recall)}, precision {run.Say(Precision)}, base rate {run.Say(BaselineRate)}. A row was not flagged. "
            + "How likely is it to be positive after all?",
            new NumberKey(
                missed / passed, Closeness.Share,
                new("the share of the positives that is missed: the other way round", 1 - r),
                new("the base rate: then the flag would say nothing", π), new("one less precision", 1 - p)),
            "Of all rows, which share is positive and not flagged? Which share is not flagged?",
            $"(1 − r)π = {Brief(missed)} of all rows are missed positives; {Brief(passed)} of all rows are not flagged.",
            new("Why is it so small, though recall is not perfect?", "Because nearly all rows that are not flagged are negative ones."));
    });

    private static Template TwoAreas { get; } = new("decision.two-areas", Area.Chance, 3, 2, "learn lesson "
        + "5", [Area2, Average, BaselineRate], run =>
        run[Average] > run[Area2] - 0.1 ? null : new(
            $"A ROC AUC of {run.Say(Area2)} and an average precision of {run.Say(Average)}, from the same scores. How do the two go "
            + "together?",
            ChoiceKey.Of(
                run.Chance,
                "Positives are rare: a small share of the many negatives is still more rows than all positives, and precision sees that.",
                "The scores are badly calibrated, and average precision punishes that.",
                "The threshold was chosen too low for average precision.",
                "One of the two was measured on training rows."),
            "What is a false-alarm rate of one percent, in rows?",
            $"At a base rate of {run.Say(BaselineRate)} a false-alarm rate of 1 % is about as many rows as "
            + $"{Percent((1 - run[BaselineRate]) / run[BaselineRate] / 100, 0)} "
            + "of the positives.",
            new("Which of the two would you show a fraud team?", "The precision–recall curve: it counts what they will have to read.")));
}
