using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What came of a training.</summary>
/// <param name="Spec">The training.</param>
/// <param name="Data">Its rows.</param>
/// <param name="Examination">What was checked before the first step, and the causes.</param>
/// <param name="History">How it went.</param>
/// <param name="Parameters">Numbers that are learnt.</param>
internal sealed record TrainFindings(
    TrainingSpec Spec, SpecData Data, StartExamination Examination, TrainingHistory History, int Parameters)
{
    /// <summary>What is to be known before any number is read; null where there is nothing.</summary>
    public string? Caution => History.Status == TrainingStatus.Diverged
        ? $"Caution: the training {History.Ending}, where its loss was no finite number, and was ended there."
        : null;

    public TrainingCurve TrainingLoss => History.ComparableLoss with { Run = "training" };

    public TrainingCurve ValidationLoss => History.Curve("loss", "validation") with { Run = "validation" };

    /// <summary>Share of the validation rows that were called by their class, at the end; null where there is none.</summary>
    public Interval? Accuracy =>
        Last(History.Curve("accuracy", "validation")) is { } share && Data.ValidationRows is var rows
            ? WilsonInterval.Of((long)Math.Round(share * rows), rows)
            : null;

    /// <summary>Root mean squared error of the validation rows at the end, in the target's unit; null for classes.</summary>
    public double? Error => Last(History.Curve("error", "validation"));

    public static double? Last(TrainingCurve curve) => curve.Values is [.., double last] && double.IsFinite(last) ? last : null;

    public static TrainFindings Train(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        using SpecTraining training = new(spec, data, seed); // first: what cannot be trained is told before anything is examined
        var examination = StartExamination.Of(spec, data, seed, cancellation);
        ComputeThreads.SuitSteps(training.ProductsPerStep);
        return new(spec, data, examination, training.FitAndRecord(cancellation), training.Parameters);
    }
}
