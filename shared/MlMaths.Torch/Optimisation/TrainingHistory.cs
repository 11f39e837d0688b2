namespace MlMaths.Torch.Optimisation;

/// <summary>What is left of a training: numbers.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Steps">Updates made.</param>
/// <param name="Rows">
/// Everything that was recorded, in the order of the steps. Of more than 20,000 readings of a quantity that is read at every step, or
/// 100,000 of one that is read once an epoch, a part at even distances, with the first and the last; <c>history.csv</c> has them all.
/// </param>
public sealed record TrainingHistory(string Run, TrainingStatus Status, int Steps, IReadOnlyList<HistoryRow> Rows)
{
    /// <summary>The name of a training loss that was measured as the validation loss is.</summary>
    internal const string EvaluatedLoss = "evaluated_loss";

    /// <summary>The least finite value of one quantity, of all that were read; null where there is none.</summary>
    public HistoryRow? Least(string quantity, string split = "training") => Rows is KeptRows kept
        ? kept.Extreme(quantity, split, greatest: false)
        : Finite(quantity, split).MinBy(row => row.Value);

    /// <summary>The greatest finite value of one quantity, of all that were read; null where there is none.</summary>
    public HistoryRow? Greatest(string quantity, string split = "training") => Rows is KeptRows kept
        ? kept.Extreme(quantity, split, greatest: true)
        : Finite(quantity, split).MaxBy(row => row.Value);

    /// <summary>The recorded values of one quantity, of a long training a part of them at even distances.</summary>
    public TrainingCurve Curve(string quantity, string split = "training")
    {
        HistoryRow[] rows = [.. Rows.Where(row => row.Quantity == quantity && row.Split == split)];
        return new TrainingCurve(Run, [.. rows.Select(row => row.Step)], [.. rows.Select(row => row.Value)]);
    }

    private IEnumerable<HistoryRow> Finite(string quantity, string split) =>
        Rows.Where(row => row.Quantity == quantity && row.Split == split && double.IsFinite(row.Value));

    /// <summary>
    /// The loss on the training rows, epoch by epoch, that may stand beside the validation loss: that of a
    /// <c>TrainingLossRecorder</c>, or where none watched, the mean over each epoch's batches as trained on.
    /// </summary>
    public TrainingCurve ComparableLoss => Curve(EvaluatedLoss) is { Values.Count: > 0 } evaluated
        ? evaluated
        : Curve("epoch_loss");

    /// <summary>How it ended, in words: <c>completed</c>, <c>stopped at step 8</c>, <c>diverged at step 3</c>.</summary>
    public string Ending => Status switch
    {
        TrainingStatus.Completed => $"completed {Counted.Of(Steps, "step")}",
        TrainingStatus.Stopped => $"stopped at step {NumberText.Count(Steps)}",
        TrainingStatus.Diverged => $"diverged at step {NumberText.Count(Steps)}",
    };
}
