using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>logistic</c>: its metrics and its threshold.</summary>
internal static class LogisticTemplates
{
    private const string Auc = "test.roc_auc", Precision = "test.precision", Recall = "test.recall", Elkan = "threshold.elkan",
        Chosen = "threshold.chosen", LogLoss = "test.log_loss", Saved = "test.saved_per_case";

    public static IReadOnlyList<Template> All =>
        [FalseAlarms, HarmonicMean, AreaMeans, CostRatio, Logit, IntervalWidth, ConfidentMiss, MaySaySaved];

    private static Template FalseAlarms { get; } = new("logistic.false-alarms", Area.Chance, 3, 1, "learn lesson 4", [Precision], run =>
        run[Precision] == 1 ? null : new(
            $"On the test rows your precision was {run.Say(Precision)}. Of a hundred rows that the model flags, about how many are false "
            + "alarms?",
            new NumberKey(
                100 * (1 - run[Precision]), Closeness.Count,
                new("how many are right, not how many are wrong", 100 * run[Precision]),
                new("what recall would tell: how many of the positives are missed",
                    run.Has(Recall) ? 100 * (1 - run[Recall]) : double.NaN)),
            "Precision looks at the flagged rows only.",
            $"1 − {run.Say(Precision)} = {Brief(1 - run[Precision])} of the flagged rows are false alarms.",
            new(
                "Would that number still hold where positives are rarer?",
                "No. Recall and the false-alarm rate belong to the model and the threshold; precision also depends on the base rate, and "
                + "falls with it.")));

    private static Template HarmonicMean { get; } = new("logistic.f1", Area.Chance, 3, 1, "learn lesson 4", [Precision, Recall], run =>
        run[Precision] + run[Recall] == 0 ? null : new(
            $"Your precision is {run.Say(Precision)} and your recall is {run.Say(Recall)}. What is F1?",
            new NumberKey(
                2 * run[Precision] * run[Recall] / (run[Precision] + run[Recall]), Closeness.Share,
                new("the plain mean, and F1 is the harmonic one", (run[Precision] + run[Recall]) / 2),
                new("the product alone", run[Precision] * run[Recall])),
            "It is the harmonic mean of the two.",
            $"2PR/(P + R) = 2 · {run.Say(Precision)} · {run.Say(Recall)} / {Brief(run[Precision] + run[Recall])}.",
            new(
                "Why the harmonic mean?",
                "It stays near the smaller of the two, so that a model cannot buy a good F1 by flagging everything.")));

    private static Template AreaMeans { get; } = new("logistic.area-means", Area.Chance, 3, 1, "learn lesson 4", [Auc], run => new(
        $"Your ROC AUC is {run.Say(Auc)}. What does that number say?",
        ChoiceKey.Of(
            run.Chance,
            $"Take a positive and a negative row at random: the positive one has the higher score in {Percent(run[Auc])} of such pairs.",
            $"{Percent(run[Auc])} of the rows are on the right side of the threshold.",
            $"{Percent(run[Auc])} of the positive rows are found.",
            $"A row that is flagged is positive with a probability of {Brief(run[Auc])}."),
        "It does not depend on any threshold.",
        "It is the probability that a random positive row is ranked above a random negative one.",
        new("What would guessing get?", "One half, whatever the base rate. Average precision of guessing is the base rate.")));

    private static Template CostRatio { get; } = new("logistic.cost-ratio", Area.Chance, 3, 2, "learn lesson 5", [Elkan], run =>
    {
        double own = (1 - run[Elkan]) / run[Elkan];
        int k = run.Draw([.. new[] { 2, 3, 4, 6, 8, 15 }.Where(one => Math.Abs(one - own) > 1)]);
        return new(
            $"Your costs make a miss {Brief(own)} times as expensive as a false alarm, so the threshold is {run.Say(Elkan)}. Now let a "
            + $"miss be {(k < own ? "only " : "")}{(k == 2 ? "twice" : $"{k} times")} as expensive as a false alarm. Where does "
            + "the threshold go, if the probabilities are calibrated?",
            new NumberKey(
                1.0 / (k + 1), Closeness.Share,
                new("one over the ratio: it forgets what the false alarm itself costs", 1.0 / k),
                new("the share of the miss; the threshold is the share of the false alarm", k / (k + 1.0)),
                new("the threshold of equal costs", 0.5)),
            "Flag where leaving the row alone would cost more on average than flagging it: p · miss > (1 − p) · false alarm.",
            $"Flag where {k}p > 1 − p, so where p > 1/{k + 1}.",
            new(
                "And if the probabilities are not calibrated?",
                "Then the formula points at the wrong score. Calibrate on rows that the model has not seen, or search the threshold on the "
                + "validation rows and say how much it scatters."));
    });

    private static Template Logit { get; } = new("logistic.logit", Area.Algebra, 2, 2, "derivations sigmoid", [Chosen], run =>
    {
        double t = run[Chosen];
        if (t is <= 0.01 or >= 0.99 || Math.Abs(t - 0.5) < 0.05) return null;
        return new(
            $"Your model flags from a probability of {run.Say(Chosen)}. What value of xᵀw + b does that correspond to?",
            new NumberKey(
                Math.Log(t / (1 - t)), Closeness.Relative,
                new("the right size with the wrong sign", -Math.Log(t / (1 - t))),
                new("the logarithm of the probability; the odds are needed", Math.Log(t)),
                new("σ of the probability, the way back", 1 / (1 + Math.Exp(-t)))),
            "Solve σ(z) = t for z.",
            $"z = ln(t/(1 − t)) = ln({Brief(t / (1 - t))}).",
            new(
                "What is the softmax counterpart with two classes?",
                "Softmax of (z, 0) is (σ(z), 1 − σ(z)): only the difference of the two logits counts."));
    });

    private static Template IntervalWidth { get; } = new("logistic.interval-width", Area.Chance, 5, 2, "learn lesson 6", [Auc], run =>
    {
        if (run.Measured(Auc).Low is null) return null;
        (int k, string word) = run.Draw((2, "half"), (3, "a third"), (4, "a quarter"));
        return new(
            $"Your ROC AUC is {run.SayWhole(Auc)}. You would like an interval {word} as wide. About how many times as many test rows "
            + "does that take?",
            new NumberKey(
                k * k, Closeness.Relative,
                new("what it would take if the width fell in proportion to the rows", k), new("twice that factor, not its square", 2 * k)),
            "Standard errors fall with the square root of the number of rows.",
            $"The width falls as 1/√n, so n grows by {k}² = {k * k}.",
            new(
                "Why is it that wide? Name two causes.",
                "Few rows of the rarer class among the test rows, and scores of the two classes that overlap."));
    });

    private static Template ConfidentMiss { get; } = new("logistic.confident-miss", Area.Optimisation, 2, 3, "derivations logistic-bce",
        [LogLoss], run =>
    {
        double p = run.Draw(0.001, 0.01, 0.02), loss = run[LogLoss];
        return new(
            $"Your log loss is {run.Say(LogLoss)} on average. Now one positive row gets a probability of {Of(p)}, and a loss of its "
            + "own. How many times the average loss is that?",
            new NumberKey(
                -Math.Log(p) / loss, Closeness.Relative,
                new("what the logarithm to base 10 gives; nats are natural", -Math.Log10(p) / loss),
                new("as if the loss were the distance 1 − p", (1 - p) / loss),
                new("the loss of the row itself; compare it with the average", -Math.Log(p))),
            "The loss of a positive row is −ln p.",
            $"−ln {Of(p)} = {Brief(-Math.Log(p))}, over {Brief(loss)}.",
            new(
                "Would you cut such losses off?",
                "Not in the metric. Look at the row first: a wrong label or a shifted column is more likely than bad luck. A penalty makes "
                + "the model less sure."));
    });

    private static Template MaySaySaved { get; } = new("logistic.saved", Area.Chance, 5, 1, "learn lesson 6", [Saved], run =>
        IntervalChoice.Of(run, Saved, "Per case, against a threshold of one half, your threshold saved", "it saves money"));
}
