namespace MlMaths.Torch.Optimisation;

/// <summary>Tells someone after every epoch how far a training is.</summary>
/// <param name="tell">Hears the state; it may draw a progress bar.</param>
public sealed class ProgressReport(Action<TrainingState> tell) : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnEpoch(TrainingState state) => tell(state);
}
