using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>How a training went, from its first epoch to the net that it hands out.</summary>
/// <param name="History">What was recorded step by step.</param>
/// <param name="Looks">After epochs, the last at the end.</param>
/// <param name="Final">The net that is handed out: where a training stops early, that of its best epoch.</param>
/// <param name="Chance">Loss of a constant answer for the validation rows.</param>
/// <param name="TrainingChance">The same for the training rows.</param>
internal sealed record TrainingCourse(
    TrainingHistory History, IReadOnlyList<CourseLook> Looks, CourseLook Final, double Chance, double TrainingChance)
{
    private const int ProbeRows = 256;

    /// <summary>Whether it ended in a loss that is no finite number.</summary>
    public bool Diverged => History.Status == TrainingStatus.Diverged;

    /// <summary>Everything that was looked at, and the net that is handed out.</summary>
    public IReadOnlyList<CourseLook> All => [.. Looks, Final];

    /// <summary>The look with the least validation loss.</summary>
    public CourseLook Best => All.MinBy(look => look.Validation)!;

    /// <summary>Dead units and units of each hidden layer at the end, on probe rows; empty where nobody watched.</summary>
    public IReadOnlyList<(int Dead, int Units)> Layers { get; init; } = [];

    /// <summary>λmax of the loss, where it was asked for.</summary>
    public double? Curvature { get; init; }

    /// <summary>Trains and looks.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="asked">The loss that the currency follows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="isWatched">Whether gradients, updates and units are recorded, too.</param>
    public static TrainingCourse Train(
        TrainingSpec spec, SpecData data, int seed, LossKind asked, CancellationToken cancellation, bool isWatched = false)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(spec, data, seed);
        ComputeThreads.SuitSteps(training.ProductsPerStep);
        CourseRecorder looks = new(training, data, spec.Training.Epochs, asked);
        Perceptron net = training.Net.Perceptron;
        bool hasUnits = isWatched && net.Layers.Count > 1;
        ActivationRecorder? units = hasUnits
            ? new(net, PreparedRows.Pick(data.Training.X, RowSample.Even(data.TrainingRows, ProbeRows)))
            : null;
        TrainingHistory history = training.Fit(cancellation,
        [
            looks,
            .. isWatched ? [new LearningRateRecorder(), new GradientNormRecorder(), new UpdateRatioRecorder()]
                : Array.Empty<ITrainingObserver>(),
            .. units is null ? Array.Empty<ITrainingObserver>() : [units],
        ]);
        int epochs = history.Steps / training.Batches.BatchesPerEpoch;
        CourseLook final = looks.Look(epochs, history.Steps);
        return new(
            history, looks.Looks, final, looks.Labels.Length > 0 ? SoundLoss.Chance(data, looks.Labels, asked) : double.NaN,
            SoundLoss.Chance(data, looks.LearntLabels, asked))
        {
            Layers = [.. (units?.Dead ?? []).Select(layer => (layer.Count(isDead => isDead), layer.Count))],
            Curvature = isWatched ? StepCurvature.Of(training, spec.Rule, data, seed, cancellation) : null,
        };
    }
}
