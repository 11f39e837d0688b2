using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>Exercise 10: the same net at several learning rates, named by its curves, and which difference is noise.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        10, "ThreeRates", "Three learning rates: too small, good, too large, and noise", Week: 6,
        [
            new("Write Curves and Names: the same net at each rate, and what its curve says of the rate.",
                [CurvesTask.Task, NamesTask.Task]),
            new("Write Noise: which rates cannot be told from the best one?", [NoiseTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Rates,
        Prediction = new(
            "The same net, the same rows, the same learning rate. Only the weights that it begins with are drawn anew. "
                + "How far apart are the losses in the end?",
            ["they are the same", "by less than 1 %", "by some 10 %", "the largest is more than twice the smallest"], OverSeeds),
        InterviewQuestion =
            "A colleague shows two loss curves, one run each, and says that the lower one has the better learning rate. What do you "
                + "ask for?",
    };

    private static string OverSeeds()
    {
        double[] ends = [.. Enumerable.Range(0, 20).Select(number =>
        {
            var net = new SmallNet(10);
            double[] start = SmallNet.Start(Seeds.Generator(10, DrawnFor.Worlds, number));
            int[][] orders = [.. Enumerable.Repeat(Enumerable.Range(0, SmallNet.Rows).ToArray(), 40)];
            return Trained.Curves(net, start, orders, [0.05], new HashSet<string>())[0][^1];
        }).Order()];
        return FormattableString.Invariant($"of 20 such trainings the losses lie between {ends[0]:0.000} and {ends[^1]:0.000}: ")
            + FormattableString.Invariant($"the largest is {ends[^1] / ends[0]:0.0} times the smallest. ")
            + "A single run each says little about two rates.";
    }
}
