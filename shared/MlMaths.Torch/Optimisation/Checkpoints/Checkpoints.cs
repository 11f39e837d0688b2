namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Hands out a checkpoint every so many epochs or steps, as <c>last</c>, and as <c>best</c> where the validation loss was never
/// lower; and continues a training from one. Place it last: what observers after it hear of the same event is not in it.
/// </summary>
/// <param name="save">Keeps the bytes under the name <c>last</c> or <c>best</c>; whole or not at all.</param>
/// <param name="parts">All that changes besides θ: the rule's memory, dropout, the observers that are
/// <see cref="IResumable"/>; always in the same order.</param>
public sealed class Checkpoints(Action<string, byte[]> save, params IReadOnlyList<IResumable> parts) : ITrainingObserver
{
    private double _best = double.PositiveInfinity;

    /// <summary>What to continue from; null to begin at the beginning.</summary>
    public byte[]? ResumeFrom { get; init; }

    /// <summary>Epochs from one checkpoint to the next.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>Steps from one checkpoint to the next, within epochs; null for none.</summary>
    public int? EverySteps { get; init; }

    /// <inheritdoc/>
    public void OnStart(TrainingState state)
    {
        if (ResumeFrom is null)
            return;
        TrainingCheckpoint.Restore(ResumeFrom, state, parts);
        _best = state.Kept.Extreme("loss", "validation", greatest: false)?.Value ?? _best;
    }

    /// <inheritdoc/>
    public void OnStep(TrainingState state)
    {
        if (EverySteps is { } steps && state.Step % steps == 0)
            save("last", TrainingCheckpoint.Take(state, parts));
    }

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        bool best = state.ValidationLoss < _best;
        if (!best && state.Epoch % EveryEpochs != 0)
            return;
        byte[] checkpoint = TrainingCheckpoint.Take(state, parts);
        if (state.Epoch % EveryEpochs == 0)
            save("last", checkpoint);
        if (!best)
            return;
        _best = state.ValidationLoss!.Value;
        save("best", checkpoint);
    }
}
