using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>net</c>: training, regularisation, serving.</summary>
internal static class NetPracticeTemplates
{
    private const string Speed = "train.steps_per_second", Median = "latency.batch1.p50_us", Slow = "latency.batch1.p95_us",
        Cured = "cured.saved", Steepest = "finder.steepest", Best = "sweep.best_rate", Gap = "overfit.gap",
        Training = "underfit.training_loss";

    public static IReadOnlyList<Template> All => [TrainingTime, SlowOnce, CallsPerSecond, MaySayCured, RangeTest, WhichCurve];

    private static Template TrainingTime { get; } = new("net.training-time", Area.Optimisation, 6, 2, "learn lesson 10", [Speed], run =>
    {
        if (run.Data is not { Rows: > 200 } data) return null;
        int batch = run.Draw(16, 32, 64), epochs = run.Draw(20, 50, 100), steps = (data.Rows + batch - 1) / batch;
        double seconds = steps * epochs / run[Speed];
        return new(
            $"Your net trained at {run.Say(Speed)}. Suppose a training set of {Count(data.Rows)} rows. At that speed, how long, in "
            + $"seconds, do {epochs} epochs take, in batches of {batch}?",
            new NumberKey(
                seconds, Closeness.Relative,
                new("one epoch", seconds / epochs), new("as if each row were a step", data.Rows * (double)epochs / run[Speed]),
                new("as if each epoch were a step", epochs / run[Speed])),
            "How many steps has an epoch?",
            $"{steps} steps an epoch, {Count((long)steps * epochs)} in all, over {run.Say(Speed)}.",
            new("You double the batch. Is it twice as fast?", "Fewer steps, and each costs more. And the gradient is less noisy, so "
                + "the learning "
                + "rate has to be found again."));
    });

    private static Template SlowOnce { get; } = new("net.slow-once", Area.Chance, 6, 3, "learn lesson "
        + "conditional-probability", [Slow], run =>
    {
        int calls = run.Draw(5, 10, 20);
        double once = 1 - Math.Pow(0.95, calls);
        return new(
            $"The 95th percentile of your service time is {run.Say(Slow)}. A page makes {calls} calls. If they are independent, how "
            + "likely is "
            + "it that at least one is slower than that?",
            new NumberKey(
                once, Closeness.Share,
                new("that none is", 1 - once), new("that one call is", 0.05), new("a sum of probabilities that can happen together",
                    0.05 * calls)),
            "First: how likely is it that none is slower?",
            $"1 − 0.95^{calls}.",
            new("Are they independent?", "Rarely. Slow calls come together: a full cache, a collection of garbage, a busy neighbour."));
    });

    private static Template CallsPerSecond { get; } = new("net.calls-per-second", Area.Optimisation, 6, 1, "net "
        + "--help", [Median], run => new(
        $"The median service time of one row is {run.Say(Median)}. From the median alone, about "
        + "how many rows a second does one thread serve, one after the other?",
        new NumberKey(
            1e6 / run[Median], Closeness.Relative,
            new("a thousand times too few: µs are millionths", 1e3 / run[Median]), new("a thousand times too many", 1e9 / run[Median])),
        "A second has a million microseconds.",
        $"1,000,000/{run.Say(Median)}.",
        new("Which number would you promise a customer?", "Not the median. A high percentile, measured under the load that they bring.")));

    private static Template MaySayCured { get; } = new("net.cured", Area.Optimisation, 6, 1, "learn lesson 11", [Cured], run =>
        IntervalChoice.Of(run, Cured, "With regularisation, the mean validation loss over the same rows was lower by", "it helped"));

    private static Template RangeTest { get; } = new("net.range-test", Area.Optimisation, 6, 2, "learn lesson "
        + "10", [Steepest, Best], run => new(
        $"In the range test the loss fell fastest at a learning rate of {run.Say(Steepest)}; the sweep of whole trainings preferred "
        + $"{run.Say(Best)}. Which of the two decides, and why?",
        ChoiceKey.Of(
            run.Chance,
            "The sweep: it trains to the end and looks at validation rows. The range test only says where to look.",
            "The range test: it uses a finer grid of rates.",
            "The range test: a rate at which the loss falls fastest also ends lowest.",
            "Neither: the learning rate does not matter with Adam."),
        "What does each of them look at?",
        "A range test raises the rate at every step, once, on training batches. Whole trainings judged on validation rows answer the "
        + "question itself.",
        new("The loss goes up and down wildly. What do you try first?", "A smaller learning rate, by a factor of three to ten.")));

    private static Template WhichCurve { get; } = new("net.which-curve", Area.Optimisation, 6, 2, "learn lesson 11", [Gap, Training], run =>
        run[Gap] <= 0 ? null : new(
            $"On a hundred rows your large net ended with a gap of {run.Say(Gap)} between validation and training loss. Which of "
            + "these curves "
            + "is it?",
            ChoiceKey.Of(
                run.Chance,
                "Training loss falls to nearly nothing; validation loss falls, turns, and rises again.",
                $"Both losses level off side by side, near {Brief(run[Training])}.",
                "Both losses jump up and down from step to step and never settle.",
                "Validation loss lies below training loss from the first epoch to the last."),
            "What is a gap made of?",
            "A wide gap is overfitting: the net goes on learning the training rows after it has stopped learning anything else.",
            new("Name three cures.", "More rows, a penalty or dropout, and stopping where the validation loss turns.")));
}
