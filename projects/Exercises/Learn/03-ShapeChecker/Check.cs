namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>Exercise 3: which tensor of a pipeline is the first that cannot be.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        3, "ShapeChecker", "Shape checker: which tensor is the first with a wrong shape?", Week: 1,
        [
            new("Write FirstMismatch(names, shapes).", [MismatchTask.SameAxes]),
            new("FirstMismatch must count axes, and Difference(a, b) must refuse (n) − (n, 1).",
                [MismatchTask.OtherAxes, DifferenceTask.Task]),
        ])
    {
        Drawing = Lessons.FirstDrawings.Shapes,
        Prediction = new(
            "y has the shape (1000) and what a model said the shape (1000, 1). "
                + "Somebody takes the mean of (y − said)². Over how many numbers is that a mean, where tensors are broadcast?",
            ["1,000", "2,000", "1,000,000", "none: it is an error"], Broadcast),
        InterviewQuestion =
            "The loss of a regression falls for a while and stays near the variance of y, whatever the model. "
            + "Which shapes do you print first?",
    };

    private static string Broadcast()
    {
        const int n = 1000;
        int[] sizes = [Math.Max(1, n), Math.Max(n, 1)]; // aligned at the right: (1, n) against (n, 1)
        return FormattableString.Invariant(
            $"{sizes[0] * sizes[1]:N0}: both are stretched to ({sizes[0]}, {sizes[1]}), each row against each other row. ")
            + "No error is raised, the loss is a number, and the model learns to say the mean of y.";
    }
}
