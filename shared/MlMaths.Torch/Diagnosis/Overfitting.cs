namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// The net has learnt what is true of its training rows alone.
///
/// <code>
/// gap  = L_validation − L_training        after the same epoch
/// rise = L_validation(end) − min L_validation
/// </code>
///
/// Both are measured in units of the loss of chance, the most that there is to learn. Ratios would mislead: 0.08 against 0.001
/// is a good net. The training loss counts its penalty and its dropout, so that the gap of a regularised net is rather too small.
/// </summary>
public static class Overfitting
{
    // A tenth of all there is to learn was learnt by heart. The digits: 3 % with all rows, 15 % and more with a hundred.
    private const double WideGap = 0.1;

    // What a healthy curve wobbles by at its end is 1 to 2 %.
    private const double ClearRise = 0.05;

    /// <summary>Reads the two losses; null without validation rows.</summary>
    public static Finding? Of(TrainingFacts facts)
    {
        int epochs = Math.Min(facts.TrainingLosses.Count, facts.ValidationLosses.Count);
        if (epochs == 0)
            return null;
        int best = Enumerable.Range(0, epochs).MinBy(epoch => facts.ValidationLosses[epoch]), end = facts.BestKept ? best : epochs - 1;
        (double training, double validation) = (facts.TrainingLosses[end], facts.ValidationLosses[end]);
        double gap = validation - training, rise = validation - facts.ValidationLosses[best];
        bool wide = gap > WideGap * facts.ChanceLoss;
        bool rising = rise > ClearRise * facts.ChanceLoss && training < facts.TrainingLosses[best];

        string evidence = $"after epoch {end + 1} the validation loss was {InWords.Number(validation)} and the training loss {InWords.Number(training)}: "
            + $"a gap of {InWords.Number(gap)}, {InWords.Percent(gap / facts.ChanceLoss)} of the loss of chance, {InWords.Number(facts.ChanceLoss)}";
        string since = rising
            ? $"; since epoch {best + 1} the validation loss has risen by {InWords.Number(rise)}, while the training loss fell from {InWords.Number(facts.TrainingLosses[best])}"
            : "";
        string stop = rising ? $"stop early: epoch {best + 1} had the least validation loss, {InWords.Number(facts.ValidationLosses[best])}" : "stop early, and keep the weights of the best epoch";
        return Finding.Of("overfitting", wide || rising, $"{char.ToUpperInvariant(evidence[0])}{evidence[1..]}{since}.",
            "train on more rows: nothing else adds what the net does not know",
            stop,
            $"penalise the weights or drop units, and see whether the gap of {InWords.Number(gap)} closes",
            "take fewer units");
    }
}
