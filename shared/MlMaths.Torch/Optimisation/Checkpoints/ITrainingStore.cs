namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Keeps the last checkpoint of every training, so that what was killed can be continued. Trainings side by side may
/// share one.
/// </summary>
public interface ITrainingStore
{
    /// <summary>The last checkpoint of a training; null where there is none that is whole. Asked once, when the training begins.</summary>
    /// <param name="training">Its name; no other training of the store has it.</param>
    byte[]? Last(string training);

    /// <summary>Whether enough time has passed since the last checkpoint for another one to be worth its cost.</summary>
    bool IsDue(string training);

    /// <summary>Puts a checkpoint in the place of the last one; whole or not at all.</summary>
    /// <param name="training">Its name.</param>
    /// <param name="checkpoint">Read before this returns: the memory is used again.</param>
    void Keep(string training, ReadOnlyMemory<byte> checkpoint);

    /// <summary>Where the rows of a training go once they are too many for memory. Asked once.</summary>
    IHistoryFile HistoryOf(string training);
}
