using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>Exercise 11: seven strengths of a penalty, one chosen by a rule, and early stopping beside it.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        11, "Regularisation", "Regularisation: how much is enough?", Week: 6,
        [
            new("Write Grid, Losses and Choose: seven strengths, what each does to validation rows, and one by the "
                + "one-standard-error rule.",
                [GridTask.Task, LossesTask.Task, ChooseTask.Task]),
            new("Write Stop and Matching: early stopping, and the penalty that it is like.", [StopTask.Task, MatchingTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Valley,
        Prediction = new(
            "The penalty on the weights is so strong that all of them are nearly 0; the intercept is not penalised. "
                + "What does the model say for any row?",
            ["0", "the mean of the training targets", "the largest target", "something without sense"], OfStrongPenalty),
        InterviewQuestion =
            "Your validation set was small, so you chose the penalty on the test set. What is the harm, and what do you do now?",
    };

    private static string OfStrongPenalty()
    {
        RidgeRows at = RidgeRows.Drawn(Seeds.Generator(11, DrawnFor.Worlds));
        double[] said = [.. Ridge.Fitted(at, 1e9, new HashSet<string>()).Said];
        return FormattableString.Invariant($"the mean of the training targets. On rows that were drawn for this it said {said[0]:0.000} ")
            + FormattableString.Invariant($"for the first and {said[^1]:0.000} for the last; their training targets have a mean of ")
            + FormattableString.Invariant($"{at.Y.Average():0.000}. Penalise the intercept too, and it says 0.");
    }
}
