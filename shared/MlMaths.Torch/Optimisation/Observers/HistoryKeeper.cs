namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Hands the rows of a long training to a file, for trainings without checkpoints; <see cref="StoredCheckpoints"/> does it by itself.
/// Without either, a history is thinned and the rest of its rows is gone.
/// </summary>
/// <param name="file">Where they go.</param>
public sealed class HistoryKeeper(IHistoryFile file) : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnStart(TrainingState state) => state.Kept.ContinueIn(file);
}
