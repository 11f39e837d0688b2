using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary>Exercise 12: random search of twenty trials, what may be quoted of it, and whether another seed agrees.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        12, "SmallSearch", "A small search: twenty trials, and what to believe of the best", Week: 6,
        [
            new("Write Search: twenty random trials, the winner trained again, and five sentences on what was found.", [SearchTask.Task]),
            new("Write Agreement: would another seed have chosen the same?", [AgreementTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Curse,
        Prediction = new(
            "Twenty settings are equally good. Each is tried once, with a loss of 1 and a wobble of 0.1. How low is the best of the "
                + "twenty, "
                + "on average?",
            ["1.00", "0.95", "0.81", "0.50"], BestOfTwenty),
        InterviewQuestion =
            "The best of your twenty trials has a validation loss of 0.31. Which number do you promise for production, and where "
                + "does it come "
            + "from?",
    };

    private static string BestOfTwenty()
    {
        Random random = Seeds.Generator(12, DrawnFor.Worlds);
        double mean = Enumerable.Range(0, 2000)
            .Average(_ => Enumerable.Range(0, 20).Min(_ => 1 + 0.1 * Normal.Quantile(1e-9 + (1 - 2e-9) * random.NextDouble())));
        return FormattableString.Invariant($"{mean:0.00}, in 2,000 such searches. Nobody got better: the luckiest of twenty was picked. ")
            + "Train it again, and its loss is 1, as that of all the others.";
    }
}
