using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the doctor found.</summary>
/// <param name="Examination">Every check, and the causes.</param>
/// <param name="Confirmations">What second trainings said, cause by cause; empty where none were made.</param>
internal sealed record DoctorFindings(StartExamination Examination, IReadOnlyList<Confirmation> Confirmations)
{
    public IReadOnlyList<CheckResult> Checks => Examination.Checks;

    public StartDiagnosis Diagnosis => Examination.Diagnosis;

    /// <summary>Whether something is wrong that was not seen to be harmless.</summary>
    public bool IsIll => Diagnosis.Causes.Any(cause => StatusOf(cause) != CauseStatus.Harmless);

    /// <summary>In a word for programs.</summary>
    public string Verdict => Diagnosis.IsHealthy ? "nothing_found" : IsIll ? "fault_found" : "harmless_only";

    public CauseStatus StatusOf(Cause cause) =>
        Confirmations.Count == 0 ? CauseStatus.Suspected : Confirmations[cause.Rank - 1].Status;

    /// <summary>What was measured, before training and by second trainings.</summary>
    public string EvidenceOf(Cause cause) =>
        Confirmations.Count == 0 ? cause.Evidence : $"{cause.Evidence} {Confirmations[cause.Rank - 1].Evidence}";

    public static DoctorFindings Of(DoctorOptions options, SpecData data, int seed, CancellationToken cancellation)
    {
        var examination = StartExamination.Of(options.Spec, data, seed, cancellation);
        IReadOnlyList<Cause> causes = examination.Diagnosis.Causes;
        return new(examination, options.Confirms ? Confirmation.Train(options.Spec, causes, seed, cancellation) : []);
    }
}
