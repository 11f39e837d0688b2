namespace MlMaths.Torch.Optimisation;

/// <summary>Tells someone now and then how far a training is, how fast it goes and how long it will take.</summary>
/// <param name="tell">Hears the reading; it may draw a progress bar.</param>
/// <param name="clock">The time.</param>
/// <param name="interval">Least time between two readings; 0.1 s by default. The last step is always told.</param>
public sealed class LiveProgress(Action<ProgressReading> tell, TimeProvider clock, TimeSpan? interval = null) : ITrainingObserver
{
    private readonly TimeSpan _interval = interval ?? TimeSpan.FromSeconds(0.1);
    private long _start, _told;
    private int? _firstStep;

    /// <inheritdoc/>
    public void OnStart(TrainingState state) => _start = _told = clock.GetTimestamp();

    /// <inheritdoc/>
    public void OnStep(TrainingState state)
    {
        _firstStep ??= state.Step - 1; // not 0, where the training is continued
        long now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_told, now) < _interval && state.Step < state.Steps)
            return;
        _told = now;
        double seconds = clock.GetElapsedTime(_start, now).TotalSeconds;
        double speed = seconds > 0 ? (state.Step - _firstStep.Value) / seconds : 0;
        TimeSpan left = speed > 0 ? TimeSpan.FromSeconds((state.Steps - state.Step) / speed) : TimeSpan.Zero;
        tell(new ProgressReading(state.Step, state.Steps, state.Epoch, state.BatchLoss, state.ValidationLoss, speed, left));
    }
}
