namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Someone who watches a training. Every feature of training that is not the loop itself is an observer: it hears each
/// event, may record numbers, and may ask to stop. Observers hear an event in the order in which they were given.
/// </summary>
public interface ITrainingObserver
{
    /// <summary>Nothing has happened yet.</summary>
    void OnStart(TrainingState state) { }

    /// <summary>∇L is known, θ not yet moved.</summary>
    void OnGradients(TrainingState state) { }

    /// <summary>θ has moved.</summary>
    void OnStep(TrainingState state) { }

    /// <summary>Every training row has been seen once more, and the validation pass is made.</summary>
    void OnEpoch(TrainingState state) { }

    /// <summary>No more steps are made, for whatever reason but a cancellation.</summary>
    void OnEnd(TrainingState state) { }

    /// <summary>True: the training ends before the next update.</summary>
    bool WantsToStop => false;

    /// <summary>What it then counts as.</summary>
    TrainingStatus StopsAs => TrainingStatus.Stopped;
}
