using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the doctor found.</summary>
/// <param name="Examination">Every check, and the causes.</param>
/// <param name="Confirmations">What second trainings said, cause by cause; empty where none were made.</param>
/// <param name="BeforeAndAfter">The first cause that was confirmed, as it is and changed; null where there is none.</param>
internal sealed record DoctorFindings(
    Examination Examination, IReadOnlyList<Confirmation> Confirmations, CoursePicture? BeforeAndAfter)
{
    public IReadOnlyList<CheckResult> Checks => Examination.Checks;

    public IReadOnlyList<Cause> Causes => Examination.Causes;

    /// <summary>Whether something is wrong that was not seen to be harmless; a sound training that is not at its end is not ill.</summary>
    public bool IsIll => IsHarmed && !Examination.IsStillLearning;

    private bool IsHarmed => Causes.Any(cause => StatusOf(cause) != CauseStatus.Harmless);

    /// <summary>What changing everything that was found is worth; null where it was not tried.</summary>
    public string? EffectWords => Examination.EffectWords;

    /// <summary>Whether a check looked at the training with its causes changed, as the loss could not be computed.</summary>
    public bool IsOfChanged(int check) => Examination.Start.WasCutShort && check > 0 && check < Examination.Start.Checks.Count;

    /// <summary>In a word for programs.</summary>
    public string Verdict => Examination.IsHealthy ? "nothing_found"
        : !IsHarmed ? "harmless_only"
        : IsIll ? "fault_found"
        : "still_learning";

    /// <summary>How often such a verdict was right where it was measured.</summary>
    public string RatesWords => DoctorRates.Words(IsIll ? Causes[0].Id : null);

    /// <summary>A gain that is sure and does not matter is none: what all changes together are worth decides before pairs do.</summary>
    public CauseStatus StatusOf(Cause cause) => Examination.IsHarmless ? CauseStatus.Harmless
        : Confirmations.Count == 0 ? CauseStatus.Suspected
        : Confirmations[cause.Rank - 1].Status;

    /// <summary>What was measured, before training and by second trainings.</summary>
    public string EvidenceOf(Cause cause) =>
        Confirmations.Count == 0 ? cause.Evidence : $"{cause.Evidence} {Confirmations[cause.Rank - 1].Evidence}";

    public static DoctorFindings Of(TrainingSpec spec, bool confirms, SpecData data, int seed, CancellationToken cancellation)
    {
        var examination = Examination.Of(spec, data, seed, cancellation);
        IReadOnlyList<Cause> causes = examination.Causes;
        IReadOnlyList<Confirmation> confirmations = confirms ? Confirmation.Train(spec, causes, seed, cancellation) : [];
        int confirmed = confirmations.ToList().FindIndex(one => one.Status == CauseStatus.Confirmed);
        return new(
            examination, confirmations,
            confirmed < 0 ? null : examination.Course.BeforeAndAfter(spec, causes[confirmed], seed, cancellation));
    }
}
