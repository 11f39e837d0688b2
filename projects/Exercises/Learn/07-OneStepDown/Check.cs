namespace MlMaths.Torch.Exercises.Learn.Exercise07;

/// <summary>Exercise 7: a line, its loss, the gradient, one step down, and the largest rate that still comes down.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        7, "OneStepDown", "One step down: which way, and how far?", Week: 4,
        [
            new("Write Loss, Gradient and Step for a line y ≈ wx + b.", [LossTask.Task, GradientTask.Task, StepTask.Task]),
            new("Write LargestRate(x): the largest learning rate at which descent still comes down.", [LargestRateTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Step,
        Prediction = new(
            "The loss is (w − 3)², and w begins at 0. You go ten steps down with a learning rate of 1. Where is w then?",
            ["at 3", "nearer to 3 than before", "at 0 again", "far away"], AfterTenSteps),
        InterviewQuestion =
            "The loss of a linear model grows at each step and is NaN after forty. What are the first two things you try, and why?",
    };

    private static string AfterTenSteps()
    {
        double w = 0;
        var visited = new List<double> { w };
        for (int step = 0; step < 10; step++)
        {
            w -= 1 * 2 * (w - 3);
            visited.Add(w);
        }

        return FormattableString.Invariant($"at {w} again: it goes {string.Join(", ", visited.Take(5))}, … Each step is right in its ")
            + "direction and twice too long. At half that rate one step would do; at a little more than 1 it runs away.";
    }
}
