using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>Exercise 5: accuracy where positives are rare, a threshold at a stated cost, and what copies do to probabilities.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        5, "AccuracyTrap", "The accuracy trap: right 97 times in 100, and nobody found", Week: 3,
        [
            new("Write Traps and Choose: see the trap, then get out of it at a stated cost.", [TrapsTask.Task, ChooseTask.Task]),
            new("Training rows were oversampled. Write Oversampled, Gap and Corrected: are the probabilities still right?",
                [OversampledTask.Task, GapTask.Task, CorrectedTask.Task]),
        ])
    {
        Drawing = Lessons.FirstDrawings.Trap,
        Prediction = new(
            "3 rows of 100 are positive. A model predicts no positive. What is its accuracy?", ["0.03", "0.50", "0.97", "it has none"],
            OfCallingNobody),
        InterviewQuestion =
            "A colleague reports 98 % accuracy on fraud and is proud of it. Which two questions do you ask before you look at the model?",
    };

    /// <summary>Counted among rows that are drawn.</summary>
    private static string OfCallingNobody()
    {
        Random random = Seeds.Generator(5, DrawnFor.Worlds);
        int positives = Enumerable.Range(0, 10_000).Count(_ => random.NextDouble() < 0.03);
        return FormattableString.Invariant($"0.97: of 10,000 such rows {positives} were positive, and predicting none was right for the ")
            + FormattableString.Invariant($"other {10_000 - positives:N0}. It found none of those that matter.");
    }
}
