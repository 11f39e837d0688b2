using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>A diagnosis in lines for the terminal.</summary>
internal static class DiagnosisLines
{
    /// <summary>What nobody has looked at, so that silence is not read as health.</summary>
    public const string NotJudged =
        "Judged before the first step only: overfitting, underfitting, a training that is too short and divergence later on are not.";

    public static string Word(CauseStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>How many checks failed, what is likely to be wrong, and what to change.</summary>
    public static IEnumerable<string> OfCauses(StartDiagnosis diagnosis) =>
        [diagnosis.Counts, .. diagnosis.Causes.SelectMany(cause => Lines(cause, "suspected", cause.Evidence))];

    /// <summary>The same with what second trainings said, the checks that are undecided or were not run, and what was not judged.</summary>
    public static IEnumerable<string> Of(DoctorFindings findings)
    {
        StartDiagnosis diagnosis = findings.Diagnosis;
        string[] told = [.. diagnosis.Causes.Select(cause => cause.Evidence)];
        return
        [
            diagnosis.Counts,
            .. diagnosis.Causes.SelectMany(cause => Lines(cause, Word(findings.StatusOf(cause)), findings.EvidenceOf(cause))),
            .. findings.Checks.Where(check => check.Outcome == CheckOutcome.Failed && !told.Contains(check.Why))
                .Select(check => $"also failed, {check.Id}: {check.Why}"),
            .. Others(findings, CheckOutcome.Undecided, "undecided"), .. Others(findings, CheckOutcome.NotRun, "not run"),
            NotJudged,
        ];
    }

    private static IEnumerable<string> Others(DoctorFindings findings, CheckOutcome outcome, string word) =>
        findings.Checks.Where(check => check.Outcome == outcome).Select(check => $"{word}, {check.Id}: {check.Why}");

    private static string[] Lines(Cause cause, string status, string evidence) =>
        [$"{cause.Rank}. {cause.Id} ({status}): {evidence}", $"   To change: {cause.Fix}."];
}
