using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The suite's only training loop: clear, differentiate, tell the observers, update. What is not on this screen is an
/// observer, an update rule, a gradient source or built on top.
/// </summary>
public sealed class Trainer(TrainingOptions options, IUpdateRule rule, params IReadOnlyList<ITrainingObserver> observers)
{
    /// <summary>Trains the parameters of <paramref name="source"/> in place.</summary>
    /// <param name="source">Where the loss and its gradient come from.</param>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">Rows that are looked at after every epoch and never learnt from; null for none.</param>
    /// <param name="cancellation">Ends the training with <see cref="OperationCanceledException"/> before the next step.</param>
    public TrainingHistory Fit(
        IGradientSource source, Batches training, ValidationPass? validation = null, CancellationToken cancellation = default)
    {
        var state = new TrainingState(options.Checked(), source.Parameters, training.BatchesPerEpoch);

        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            double lossTimesRows = 0;
            using DisposeScope epochScope = torch.NewDisposeScope();
            foreach (Batch batch in training.Epoch(epoch))
            {
                cancellation.ThrowIfCancellationRequested();
                using DisposeScope stepScope = torch.NewDisposeScope();

                state.Batch = batch;
                state.BatchLoss = source.Differentiate(batch);
                state.Record("loss", state.BatchLoss);
                if (!double.IsFinite(state.BatchLoss))
                    return Ended(TrainingStatus.Diverged);

                foreach (ITrainingObserver observer in observers)
                    observer.OnGradients(state);
                if (observers.Any(observer => observer.WantsToStop))
                    return Ended(TrainingStatus.Stopped);

                using (torch.no_grad())
                    rule.Update(source.Parameters, state.LearningRate, batch);
                state.Step++;
                lossTimesRows += state.BatchLoss * batch.Rows;

                foreach (ITrainingObserver observer in observers)
                    observer.OnStep(state);
            }

            state.Epoch = epoch;
            state.EpochLoss = lossTimesRows / training.Rows;
            state.Record("epoch_loss", state.EpochLoss.Value);
            state.ValidationLoss = validation?.Record(state);
            foreach (ITrainingObserver observer in observers)
                observer.OnEpoch(state);
        }

        return Ended(TrainingStatus.Completed);

        TrainingHistory Ended(TrainingStatus status) => new(options.Run, status, state.Step, [.. state.Rows]);
    }
}
