namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary>Exercise 8: the length of a net's gradient, logged until training goes unstable, and clipped.</summary>
internal static class Check
{
    private const int Layers = 20;

    public static Exercise Exercise { get; } = new(
        8, "GradientNorms", "Gradient norms: when does training go wrong?", Week: 4,
        [
            new("Write Norm and Log: the length of the gradient at each step, until it is above 1,000.", [NormTask.Task, LogTask.Task]),
            new("Write Clip and LogClipped: no step is longer than a limit, and the log still tells what was there.",
                [ClipTask.Task, LogClippedTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Norms,
        Prediction = new(
            "A gradient goes back through 20 layers, and each makes it 1.5 times as long. How much longer is it at the first layer?",
            ["1.5 times", "30 times", "about 3,000 times", "a million times"], ThroughTwentyLayers),
        InterviewQuestion =
            "A training is fine for 3,000 steps, and then its loss is NaN. What would you have logged to see it coming, and "
            + "does clipping cure the cause or only hide it?",
    };

    private static string ThroughTwentyLayers()
    {
        double longer = 1, shorter = 1;
        for (int layer = 0; layer < Layers; layer++)
            (longer, shorter) = (longer * 1.5, shorter * 0.5);
        return FormattableString.Invariant($"{longer:N0} times: factors multiply. With 0.5 in place of 1.5 it would be ")
            + FormattableString.Invariant($"{1 / shorter:N0} times ")
            + "shorter: the same product explodes or vanishes, and hardly ever stays.";
    }
}
