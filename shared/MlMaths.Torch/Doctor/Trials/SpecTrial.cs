using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// One training of a spec, judged by its validation rows in one currency, so that trainings of other losses, outputs and scales on the
/// same rows can stand beside it: −ln p of the true class, or squared error over the variance of the target.
/// </summary>
/// <param name="Loss">At the end; infinite where the net's answers are no finite numbers.</param>
/// <param name="Chance">That of an answer that is the same for every row.</param>
/// <param name="History">How the training went, in its own loss.</param>
public sealed record SpecTrial(double Loss, double Chance, TrainingHistory History)
{
    /// <summary>Most steps that a trial may take.</summary>
    public const int MostSteps = 30_000;

    private const long MostProducts = 20_000_000_000;

    /// <summary>What <see cref="Loss"/> measures, in a few words.</summary>
    public required string Measures { get; init; }

    /// <summary>What came of the fields that the spec leaves out, in a sentence.</summary>
    public required string Resolved { get; init; }

    /// <summary>Rows that it learnt from.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows that it is judged by.</summary>
    public required int ValidationRows { get; init; }

    /// <summary>The loss, but never worse than guessing: what is lost beyond that is no lesson that was not learnt.</summary>
    public double Counted => Math.Min(Loss, Chance);

    /// <summary>Whether the training ended in numbers that are not finite.</summary>
    public bool IsDiverged => History.Status == TrainingStatus.Diverged || !double.IsFinite(Loss);

    /// <summary>Trains, a few seconds long at most.</summary>
    /// <param name="spec">The training; it needs validation rows.</param>
    /// <param name="seed">Decides the split, the initial weights, the masks and the order of the rows.</param>
    /// <param name="told">Is told after each epoch which share of them is done.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserMistakeException">It cannot be trained, or not in a few seconds.</exception>
    public static SpecTrial Train(TrainingSpec spec, int seed, Action<double> told, CancellationToken cancellation)
    {
        using var data = SpecData.Prepare(spec, seed);
        if (data.ValidationRows == 0)
            throw new UserMistakeException("data.validation is 0: without validation rows nothing can be judged.");
        using SpecTraining training = new(spec, data, seed);
        long steps = (long)spec.Training.Epochs * training.Batches.BatchesPerEpoch;
        RequireShort(steps, steps * training.ProductsPerStep);
        ComputeThreads.SuitSteps(training.ProductsPerStep);
        TrainingHistory history = training.Fit(
            cancellation, new GradientNormRecorder(), new Told(told));
        cancellation.ThrowIfCancellationRequested();
        return new(SoundLoss.Of(training, data), SoundLoss.Chance(data, data.SoundValidationLabels), history)
        {
            Measures = data.Classes is null ? "squared error, in units of the target's variance" : "−ln p of the true class",
            Resolved = spec.Resolved(data),
            TrainingRows = data.TrainingRows,
            ValidationRows = data.ValidationRows,
        };
    }

    private static void RequireShort(long steps, long products)
    {
        if (steps > MostSteps)
        {
            throw new UserMistakeException(
                $"That would be {NumberText.Count(steps)} steps, and may be {NumberText.Count(MostSteps)}: take fewer epochs or larger "
                + "batches.");
        }

        if (products > MostProducts)
        {
            throw new UserMistakeException(
                $"That would be {NumberText.Brief(products / 1e9)} billion multiplications, and may be "
                + $"{NumberText.Brief(MostProducts / 1e9)} billion: take a smaller net, or fewer epochs.");
        }
    }

    private sealed class Told(Action<double> told) : ITrainingObserver
    {
        public void OnEpoch(TrainingState state) => told((double)state.Epoch / state.Epochs);
    }
}
