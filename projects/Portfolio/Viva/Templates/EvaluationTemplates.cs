using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>evaluate</c>.</summary>
internal static class EvaluationTemplates
{
    private const string Wobble = "splits.accuracy.sd", Gain = "compare.gain", Corrected = "compare.p_value",
        Naive = "compare.p_value_naive", Inflated = "leakage.selection.inflated", Honest = "leakage.selection.honest",
        Balanced = "test.balanced_accuracy", Recall = "test.recall", TestGain = "compare.test.gain", Optimism = "tuning.optimism";

    public static IReadOnlyList<Template> All =>
        [SplitLuck, MaySayBetter, SelectionLeak, Specificity, CorrectedTest, Paired, MaySayOptimistic];

    private static Template SplitLuck { get; } = new("evaluate.split-luck", Area.Chance, 5, 3, "learn lesson "
        + "6", [Wobble], run => run[Wobble] == 0
        ? null
        : new(
            $"Over random splits, the accuracy of one model had a standard deviation of {run.Say(Wobble)}. Two people each draw a "
            + "split of their "
            + "own. What is the standard deviation of the difference between their two accuracies, if the splits are independent?",
            new NumberKey(
                Math.Sqrt(2) * run[Wobble], Closeness.Relative,
                new("that of one of them", run[Wobble]), new("as if deviations added up; variances do", 2 * run[Wobble]),
                new("nothing: the means cancel, the scatter does not", 0)),
            "Variances of independent numbers add up.",
            $"√2 · {run.Say(Wobble)}.",
            new("So when is a gain of 0.01 worth talking about?", "When both models were judged on the same splits, and the interval "
                + "of the "
                + "paired difference is clear of zero.")));

    private static Template MaySayBetter { get; } = new("evaluate.gain", Area.Chance, 5, 1, "learn lesson 6", [Gain], run =>
        IntervalChoice.Of(run, Gain, "Over the same folds, the second model gained in ROC AUC", "it is better"));

    private static Template SelectionLeak { get; } = new("evaluate.selection-leak", Area.Chance, 5, 2, "leakage --help", [Inflated, Honest],
        run => run[Inflated] < run[Honest] + 0.1 ? null : new(
            "Columns of pure noise were chosen by their correlation with the target, and then cross-validated: ROC AUC "
            + $"{run.Say(Inflated)}. "
            + $"Chosen inside the folds: {run.Say(Honest)}. What went wrong the first time?",
            ChoiceKey.Of(
                run.Chance,
                "The held-out rows had already helped to choose the columns.",
                "There were too few folds.",
                "The chosen columns were not standardised.",
                "The folds were not stratified by the target."),
            "Which rows had seen the target before the folds were dealt?",
            "Whatever looks at the target belongs inside the fold.",
            new("Is scaling before the split as bad?", "It is a leak of the same kind, and mostly a small one: it does not look at "
                + "the target.")));

    private static Template Specificity { get; } = new("evaluate.specificity", Area.Chance, 3, 2, "learn lesson "
        + "4", [Balanced, Recall], run =>
    {
        double specificity = 2 * run[Balanced] - run[Recall];
        return specificity is <= 0 or >= 1 ? null : new(
            $"Balanced accuracy is {run.Say(Balanced)} and recall {run.Say(Recall)}. What is the specificity?",
            new NumberKey(
                specificity, Closeness.Share,
                new("twice too near: balanced accuracy is the mean of the two", (run[Balanced] + run[Recall]) / 2),
                new("the false-alarm rate", 1 - specificity), new("the balanced accuracy itself", run[Balanced])),
            "Balanced accuracy is the mean of recall and specificity.",
            $"2 · {run.Say(Balanced)} − {run.Say(Recall)}.",
            new("What does balanced accuracy hide?", "How rare the positives are: many false alarms may come from a good specificity."));
    });

    private static Template CorrectedTest { get; } = new("evaluate.corrected", Area.Chance, 5, 2, "learn lesson "
        + "6", [Corrected, Naive], run => new(
        $"For the gain over folds you have two p-values: {run.Say(Naive)} as if the folds were independent, {run.Say(Corrected)} "
        + "corrected. "
        + "Why is a correction needed?",
        ChoiceKey.Of(
            run.Chance,
            "The folds share most of their training rows, so their results scatter less than independent ones would.",
            "Several metrics were looked at.",
            "The p-value was of one side only.",
            "The folds do not have exactly the same size."),
        "How many training rows do two folds have in common?",
        "Models trained on nearly the same rows make similar mistakes; a plain t test takes that for certainty.",
        new("What does such a p-value not tell?", "How large the gain is, and whether it would change a decision.")));

    private static Template Paired { get; } = new("evaluate.paired", Area.Chance, 5, 2, "learn lesson 6", [TestGain], run => new(
        $"Two models were compared on the same test rows: {run.SayWhole(TestGain)} in ROC AUC. Why not compare two separate "
        + "intervals instead?",
        new TextKey(
            "Rows that are hard for one model are hard for the other; in the difference that cancels.",
            "Two intervals may overlap although the difference is clear, so overlap is the wrong test.",
            "The paired interval is that of the difference itself, which is what one wants to know."),
        "What do the two models have in common?",
        "Both saw the same rows, so luck with the rows is the same for both and cancels in the difference: "
        + $"{run.SayWhole(TestGain)}. Separate "
        + "intervals carry that luck twice, and overlap although the difference may be clear.",
        new("When can you not pair?", "When the two were scored on different rows. Then say so, and do not compare by eye.")));

    private static Template MaySayOptimistic { get; } = new("evaluate.optimism", Area.Chance, 5, 1, "learn lesson 12", [Optimism], run =>
        IntervalChoice.Of(
            run, Optimism, "Choosing settings on the testing folds, instead of inside them, made the log loss look better by",
            "that way of choosing is too optimistic"));
}
