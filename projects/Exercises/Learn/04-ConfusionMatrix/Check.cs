namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>Exercise 4: four counts, and the rates that are made of them.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        4, "ConfusionMatrix", "Confusion matrix: what did the model find, and what did it miss?", Week: 3,
        [
            new("Write Matrix, Precision, Recall and F1 by hand.",
                [MatrixTask.Ordinary, RateTask.Precision, RateTask.Recall, F1Task.Ordinary]),
            new("The same four where a score equals the threshold, nothing is predicted positive, or nothing is positive.",
                [MatrixTask.AtTheEdge, RateTask.PrecisionAtTheEdge, RateTask.RecallAtTheEdge, F1Task.AtTheEdge]),
        ])
    {
        OnOwnRows = OwnScores.Use,
        Drawing = Lessons.FirstDrawings.Counts,
        Prediction = new(
            "10 of 1,000 people are ill. A test finds 9 of them, and is positive for 5 % of the healthy ones by mistake. "
                + "What share of the people with a positive test are ill?",
            ["about 0.95", "about 0.9", "about 0.5", "about 0.15"], CalledAndIll),
        InterviewQuestion =
            "A model has an accuracy of 99 % on rows of which 1 % are positive. What do you ask before you say whether it is any good?",
    };

    private static string CalledAndIll()
    {
        const double found = 9, healthy = 990;
        double falseAlarms = 0.05 * healthy;
        return FormattableString.Invariant(
            $"{found / (found + falseAlarms):0.00}: {found} ill people have a positive test, and so have {falseAlarms:0} healthy ones. ")
            + "What is rare drowns in the few mistakes that are made with what is common.";
    }
}
