using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The suite's only training loop: differentiate, tell the observers, update. What is not on this screen is an observer, an
/// update rule, a gradient source or built on top.
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
        Tell(observer => observer.OnStart(state));
        if (state.Status is { } ended)
            return new(options.Run, ended, state.Step, state.Rows); // it was continued from its end

        for (int epoch = state.Epoch + 1; epoch <= options.Epochs; epoch++)
        {
            using DisposeScope epochScope = torch.NewDisposeScope();
            foreach (Batch batch in training.Epoch(epoch, state.StepInEpoch))
            {
                cancellation.ThrowIfCancellationRequested();
                using DisposeScope stepScope = torch.NewDisposeScope();

                state.OnGradients(batch, source.Differentiate(batch));
                if (!double.IsFinite(state.BatchLoss))
                    return Ended(TrainingStatus.Diverged);
                Tell(observer => observer.OnGradients(state));
                if (observers.FirstOrDefault(observer => observer.WantsToStop) is { } stopping)
                    return Ended(stopping.StopsAs);

                using (torch.no_grad())
                    rule.Update(source.Parameters, state.LearningRate, batch);
                state.OnStep();
                Tell(observer => observer.OnStep(state));
            }

            state.OnEpoch(training.Rows, validation);
            Tell(observer => observer.OnEpoch(state));
        }

        return Ended(TrainingStatus.Completed);

        void Tell(Action<ITrainingObserver> happened)
        {
            foreach (ITrainingObserver observer in observers)
                happened(observer);
        }

        TrainingHistory Ended(TrainingStatus status)
        {
            state.Status = status;
            Tell(observer => observer.OnEnd(state));
            return new(options.Run, status, state.Step, state.Rows);
        }
    }
}
