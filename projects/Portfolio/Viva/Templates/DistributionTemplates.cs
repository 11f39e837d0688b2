using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>distributions</c>.</summary>
internal static class DistributionTemplates
{
    private const string Before = "change.before", After = "change.after", Events = "events.before", Needed = "change.needed",
        Daily = "chance.daily", Once = "chance.at_end", Difference = "change.difference";

    public static IReadOnlyList<Template> All => [RelativeRise, CountSpread, NoEvent, HalfTheDifference, Peeking, MaySayRose];

    private static Template RelativeRise { get; } = new("distributions.relative", Area.Chance, 3, 1, "distributions "
        + "--help", [Before, After],
        run => run[Before] == 0 || Math.Abs(run[After] - run[Before]) < 1e-6 ? null : new(
            $"The conversion rate went from {run.Say(Before)} to {run.Say(After)}. What is the relative change?",
            new NumberKey(
                run[After] / run[Before] - 1, Closeness.Relative,
                new("the difference in points", run[After] - run[Before]), new("the ratio: take one off", run[After] / run[Before]),
                new("over the later rate", 1 - run[Before] / run[After])),
            "The earlier rate is the whole.",
            $"{run.Say(After)}/{run.Say(Before)} − 1.",
            new("Which of the two would you put in a headline?", "Both, with the interval: a share of a small rate sounds large.")));

    private static Template CountSpread { get; } = new("distributions.spread", Area.Chance, 3, 2, "distributions --help", [Before], run =>
    {
        int visitors = run.Draw(1000, 2000, 5000);
        double p = run[Before], deviation = Math.Sqrt(visitors * p * (1 - p));
        return p is 0 or 1 ? null : new(
            $"{Count(visitors)} visitors come, each converts independently with a probability of {run.Say(Before)}. What is the standard "
            + "deviation of the number that convert?",
            new NumberKey(
                deviation, Closeness.Relative,
                new("the variance", deviation * deviation), new("the mean", visitors * p),
                new("the deviation of the share, not of the count", deviation / visitors)),
            "The variance of a binomial count is np(1 − p).",
            $"√({Count(visitors)} · {run.Say(Before)} · {Brief(1 - p)}).",
            new("What if good and bad days exist?", "Then the variance is larger than the binomial one, and intervals made with it "
                + "are too narrow."));
    });

    private static Template NoEvent { get; } = new("distributions.no-event", Area.Chance, 3, 2, "distributions --help", [Events], run =>
        run[Events] is <= 0 or > 6 ? null : new(
            $"You saw {run.Say(Events)} events a period, on average. If they are independent, how likely is a period without any?",
            new NumberKey(
                Math.Exp(-run[Events]), Closeness.Relative,
                new("that there is at least one", 1 - Math.Exp(-run[Events])), new("one less the mean", 1 - run[Events]),
                new("one over the mean", 1 / run[Events])),
            "Poisson: P(0) = e to the −λ.",
            $"e to the −{Brief(run[Events])}.",
            new("How would you notice that they are not independent?", "The variance of the counts lies above their mean: bursts.")));

    private static Template HalfTheDifference { get; } = new("distributions.half-the-difference", Area.Chance, 5, 2, "learn lesson 6",
        [Needed], run =>
    {
        (int k, string says) = run.Draw((2, "half of that difference"), (3, "a third of that difference"));
        return new(
            $"To detect the difference that matters you need {run.Say(Needed)} in each group. You would like to detect {says}, with "
            + "the same "
            + "power. How many visitors in each group?",
            new NumberKey(
                k * k * run[Needed], Closeness.Relative,
                new("as if the number grew in proportion", k * run[Needed]), new("fewer, and a smaller difference is harder to see",
                    run[Needed] / k)),
            "The number goes with one over the square of the difference.",
            $"{k}² · {run.Say(Needed)}.",
            new("You do not have them. What now?", "Say what can be detected, measure something less noisy, or do not run the test."));
    });

    private static Template Peeking { get; } = new("distributions.peeking", Area.Chance, 5, 2, "learn lesson 6", [Daily, Once], run => new(
        $"Nothing had changed in your simulated tests, and one look at the end still reported a change in {Percent(run[Once])} of "
        + "them. A look "
        + $"each day, stopping at the first p below 0.05, did so in {Percent(run[Daily])}. What explains it?",
        ChoiceKey.Of(
            run.Chance,
            "Every look is another chance to be below 0.05 by luck, and the luckiest day ends the test.",
            "Early looks have fewer visitors, and small samples have smaller p-values.",
            "The days differ from each other.",
            "The z test is wrong for small rates."),
        "How often does one get to be lucky?",
        "5 % is the chance of one look. Many looks with stopping have many chances.",
        new("How can one look every day and stay honest?", "With a boundary made for it, a sequential test, or one date fixed in "
            + "advance.")));

    private static Template MaySayRose { get; } = new("distributions.rose", Area.Chance, 3, 1, "learn lesson 6", [Difference], run =>
        IntervalChoice.Of(run, Difference, "After minus before, the conversion rate changed by", "the rate rose"));
}
