namespace MlMaths.Torch.Optimisation;

/// <summary>Sets η before every update as a schedule says.</summary>
public sealed class ScheduledLearningRate(ILearningRateSchedule schedule) : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnGradients(TrainingState state) => state.LearningRate = state.BaseRate * schedule.Factor(state.Step, state.Steps);
}
