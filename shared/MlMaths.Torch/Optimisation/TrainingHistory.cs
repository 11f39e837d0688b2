namespace MlMaths.Torch.Optimisation;

/// <summary>What is left of a training: numbers.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Steps">Updates made.</param>
/// <param name="Rows">Everything that was recorded, in the order of the steps.</param>
public sealed record TrainingHistory(string Run, TrainingStatus Status, int Steps, IReadOnlyList<HistoryRow> Rows)
{
    /// <summary>The recorded values of one quantity.</summary>
    public TrainingCurve Curve(string quantity, string split = "training")
    {
        HistoryRow[] rows = [.. Rows.Where(row => row.Quantity == quantity && row.Split == split)];
        return new TrainingCurve(Run, [.. rows.Select(row => row.Step)], [.. rows.Select(row => row.Value)]);
    }

    /// <summary>How it ended, in words: <c>completed</c>, <c>stopped at step 8</c>, <c>diverged at step 3</c>.</summary>
    public string Ending => Status switch
    {
        TrainingStatus.Completed => $"completed {Steps} steps",
        TrainingStatus.Stopped => $"stopped at step {Steps}",
        TrainingStatus.Diverged => $"diverged at step {Steps}",
    };
}
