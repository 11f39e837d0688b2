namespace MlMaths.Torch.Optimisation;

/// <summary>Records η at every update. Place it after the schedule that sets it.</summary>
public sealed class LearningRateRecorder : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnGradients(TrainingState state) => state.Record("learning_rate", state.LearningRate);
}
