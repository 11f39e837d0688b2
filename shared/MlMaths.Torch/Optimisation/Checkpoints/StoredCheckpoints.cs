using System.Diagnostics.CodeAnalysis;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Continues a training from where its store says it was, and keeps a checkpoint there now and then and at the end. A training
/// that had ended is not made again: its history, its status and its θ come back as they were. Place it last.
/// </summary>
/// <param name="store">Where checkpoints are kept.</param>
/// <param name="training">The training's name in the store, its own.</param>
/// <param name="rule">The update rule, with what it remembers.</param>
/// <param name="net">The net that is trained, with its stream of dropout masks.</param>
/// <param name="observers">All other observers; those that are <see cref="IResumable"/> are part of the checkpoint.</param>
[SuppressMessage("Design", "CA1001", Justification = "A memory stream holds an array and nothing else.")]
public sealed class StoredCheckpoints(
    ITrainingStore store, string training, IUpdateRule rule, Perceptron net, IReadOnlyList<ITrainingObserver> observers) : ITrainingObserver
{
    // Made once: a large array for every checkpoint would stay until the collector looks through all of memory.
    private readonly MemoryStream _bytes = new();

    private readonly IResumable[] _parts =
    [
        .. rule.Memory is { } memory ? [memory] : Array.Empty<IResumable>(),
        .. net.Dropout is { } dropout ? [new DropoutMasks(dropout)] : Array.Empty<IResumable>(),
        .. observers.OfType<IResumable>(),
    ];

    /// <inheritdoc/>
    public void OnStart(TrainingState state)
    {
        state.Kept.ContinueIn(store.HistoryOf(training));
        if (store.Last(training) is { } checkpoint)
            TrainingCheckpoint.Restore(checkpoint, state, _parts, training);
    }

    /// <inheritdoc/>
    public void OnStep(TrainingState state)
    {
        if (store.IsDue(training))
            OnEnd(state);
    }

    /// <inheritdoc/>
    public void OnEnd(TrainingState state) => store.Keep(training, TrainingCheckpoint.Take(state, _parts, _bytes));
}
