using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Simulations;

/// <summary>A training without and with what the doctor watches, one after the other, in milliseconds.</summary>
/// <param name="Plain">Without.</param>
/// <param name="Watched">With.</param>
public sealed record WatchedTiming(double Plain, double Watched)
{
    private const int ProbeRows = 256;

    /// <summary>Trains twice.</summary>
    public static WatchedTiming Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        return new(Milliseconds(spec, isWatched: false), Milliseconds(spec, isWatched: true));
    }

    // The observers of TrainingCourse, made outside the time that is measured.
    private static double Milliseconds(TrainingSpec spec, bool isWatched)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var data = SpecData.Prepare(spec, 1);
        using SpecTraining training = new(spec, data, 1);
        ITrainingObserver[] observers = isWatched
            ?
            [
                new CourseRecorder(training, data, spec.Training.Epochs, SpecShapes.KindOf(spec, data.Classes?.Count)),
                new LearningRateRecorder(), new GradientNormRecorder(), new UpdateRatioRecorder(),
                new ActivationRecorder(training.Net.Perceptron, data.Training.X[..Math.Min(ProbeRows, data.TrainingRows)]),
            ]
            : [];
        long start = TimeProvider.System.GetTimestamp();
        training.Fit(CancellationToken.None, observers);
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }
}
