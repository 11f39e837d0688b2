using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The loss on the training rows measured as a <see cref="ValidationPass"/> measures its own: after the epoch, with all units and
/// without penalty. What the trainer records as <c>epoch_loss</c> is what was trained on: over the epoch's batches while the weights
/// moved, with the penalty and with units dropped. Beside a validation loss it can lie on either side, and no gap can be read from it.
/// </summary>
/// <param name="rows">The training rows, as one batch.</param>
/// <param name="loss">As for the validation rows.</param>
public sealed class TrainingLossRecorder(Batch rows, Func<Batch, double> loss) : ITrainingObserver
{
    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        state.Record(TrainingHistory.EvaluatedLoss, loss(rows));
    }
}
