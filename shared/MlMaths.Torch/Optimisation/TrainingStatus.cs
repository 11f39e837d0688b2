namespace MlMaths.Torch.Optimisation;

/// <summary>How a training ended.</summary>
public enum TrainingStatus
{
    /// <summary>All epochs were made.</summary>
    Completed,

    /// <summary>An observer wanted to stop.</summary>
    Stopped,

    /// <summary>The loss was no longer a finite number: a result, not a crash.</summary>
    Diverged,
}
