using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>Exercise 2: four measures, read along the directions in which flowers differ most.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        2, "PcaReadOut", "PCA read-out: along which directions do rows differ?", Week: 1,
        [
            new("Write Components(rows), Ratios(rows) and Scores(rows).", [ComponentsTask.Task, RatiosTask.Task, ScoresTask.Task]),
            new("TestScores(train, test) must not care for units, nor for who else is tested.", [TestScoresTask.Task]),
        ])
    {
        OnOwnRows = OwnMeasures.Use,
        Drawing = Lessons.FirstDrawings.Components,
        Prediction = new(
            "Four measures of flowers stand in cm. One of them is given in mm from now on. What becomes of the first component's share?",
            ["it stays", "it falls to a tenth", "it rises above 0.95", "it becomes 0.25"], OneInMillimetres),
        InterviewQuestion =
            "The first component explains 99 % of the variance of your features. What do you look at before you are pleased?",
    };

    private static string OneInMillimetres()
    {
        var flowers = Measures.Drawn(Seeds.Generator(1, DrawnFor.Worlds), 150);
        return FormattableString.Invariant(
            $"it went from {First(flowers):0.00} to {First(flowers.InMillimetres(0)):0.00}, and the component is that measure alone. ")
            + "All four in mm would have changed nothing: a component looks for large numbers, and does not know what they mean.";

        static double First(Measures at) =>
            SymmetricEigen.Of(Linear.Covariance(at.Rows)).Values is var values ? values[^1] / values.Sum() : 0;
    }
}
