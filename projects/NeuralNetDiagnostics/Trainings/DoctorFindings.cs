using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the doctor found.</summary>
/// <param name="Checks">Every check.</param>
/// <param name="Diagnosis">The causes.</param>
/// <param name="Confirmations">What second trainings said, cause by cause; empty where none were made.</param>
internal sealed record DoctorFindings(
    IReadOnlyList<CheckResult> Checks, StartDiagnosis Diagnosis, IReadOnlyList<Confirmation> Confirmations)
{
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
        IReadOnlyList<CheckResult> checks = StartChecks.Run(options.Spec, data, seed, cancellation);
        StartDiagnosis diagnosis = StartDiagnosis.Of(checks);
        return new(checks, diagnosis, options.Confirms
            ? [.. diagnosis.Causes.Select(cause => Confirmation.Train(options.Spec, cause, seed, cancellation))]
            : []);
    }
}
