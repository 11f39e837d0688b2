namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// The net has learnt what is true of its training rows alone.
///
/// <code>
/// gap  = L_validation − L_training        medians of the last few epochs
/// rise = L_validation(end) − min L_validation
/// </code>
///
/// Both are measured in units of the loss of random guessing, the most that there is to learn. Ratios would mislead: 0.08 against 0.001
/// is a good net. The training loss counts its penalty and its dropout, so that the gap of a regularised net is rather too small.
/// </summary>
public static class Overfitting
{
    // A tenth of all there is to learn was memorised. The digits: 1 to 7 % with a thousand rows, 16 % and more with a hundred.
    private const double WideGap = 0.1;

    // A rate a little too large lifts single epochs by as much: the median of the last few is read, which it does not lift.
    private const double ClearRise = 0.05;

    private const int MaxLastEpochs = 5;

    /// <summary>Reads the two losses; null without validation rows.</summary>
    public static Finding? Of(TrainingFacts facts)
    {
        int epochs = Math.Min(facts.TrainingLosses.Count, facts.ValidationLosses.Count);
        if (epochs == 0)
            return null;
        int best = Enumerable.Range(0, epochs).MinBy(epoch => facts.ValidationLosses[epoch]);
        (int end, int last) = facts.BestKept ? (best + 1, 1) : (epochs, Math.Clamp(epochs / 4, 1, MaxLastEpochs));
        (double training, double validation) = (Median(facts.TrainingLosses, end, last), Median(facts.ValidationLosses, end, last));
        double gap = validation - training, rise = validation - facts.ValidationLosses[best];
        bool wide = gap > WideGap * facts.ChanceLoss;
        bool rising = rise > ClearRise * facts.ChanceLoss && training < facts.TrainingLosses[best];

        string when = last == 1 ? $"After epoch {end}" : $"In the median of the last {last} of {epochs} epochs";
        string evidence = $"{when} the validation loss was {NumberText.Brief(validation)} "
            + $"and the training loss {NumberText.Brief(training)}: "
            + $"a gap of {NumberText.Brief(gap)}, {NumberText.Percent(gap / facts.ChanceLoss, 0)} of the loss of random guessing, "
            + $"{NumberText.Brief(facts.ChanceLoss)}";
        string since = rising
            ? $"; since epoch {best + 1} the validation loss has risen by {NumberText.Brief(rise)}, "
                + $"while the training loss fell from {NumberText.Brief(facts.TrainingLosses[best])}"
            : "";
        string stop = rising
            ? $"stop early: epoch {best + 1} had the lowest validation loss, "
                + $"{NumberText.Brief(facts.ValidationLosses[best])}"
            : "stop early, and keep the weights of the best epoch";
        return Finding.Of("overfitting", wide || rising, $"{evidence}{since}.",
            "train on more rows: nothing else adds new information",
            stop,
            $"penalise the weights or drop units, and see whether the gap of {NumberText.Brief(gap)} closes",
            "use fewer units");
    }

    private static double Median(IReadOnlyList<double> losses, int end, int last) =>
        losses.Take(end).TakeLast(last).Order().ElementAt(last / 2);
}
