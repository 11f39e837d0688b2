using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>A diagnosis in lines for the terminal.</summary>
internal static class DiagnosisLines
{
    /// <summary>What nobody has looked at, so that silence is not read as health.</summary>
    public const string NotJudged =
        "Judged before the first step only: overfitting, underfitting, a training that is too short and divergence later on are not.";

    private const string WithChange = "With the causes above changed:";

    public static string Word(CauseStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>How many checks failed, what is likely to be wrong, and what to change.</summary>
    public static IEnumerable<string> OfCauses(StartDiagnosis diagnosis) =>
        [diagnosis.Counts, .. diagnosis.Causes.SelectMany(cause => Lines(cause, "suspected", cause.Evidence))];

    /// <summary>The same with what second trainings said, the checks that are undecided or were not run, and what was not judged.</summary>
    public static IEnumerable<string> Of(DoctorFindings findings)
    {
        StartDiagnosis diagnosis = findings.Diagnosis;
        HashSet<string> told = [.. diagnosis.Causes.Select(cause => cause.Check)];
        string[] others =
        [
            .. Others(findings.Checks.Where(check => !told.Contains(check.Id)), CheckOutcome.Failed, "also failed"),
            .. Others(findings.Checks, CheckOutcome.Undecided, "undecided"), .. Others(findings.Checks, CheckOutcome.NotRun, "not run"),
        ];
        return
        [
            diagnosis.Counts,
            .. diagnosis.Causes.SelectMany(cause => Lines(cause, Word(findings.StatusOf(cause)), findings.EvidenceOf(cause))),
            .. others.Length > 0 && findings.Examination.WasCutShort ? [WithChange] : Array.Empty<string>(),
            .. others, NotJudged,
        ];
    }

    private static IEnumerable<string> Others(IEnumerable<CheckResult> checks, CheckOutcome outcome, string word) =>
        checks.Where(check => check.Outcome == outcome).Select(check => $"{word}, {check.Id}: {check.Why}");

    private static string[] Lines(Cause cause, string status, string evidence) =>
        [$"{cause.Rank}. {cause.Id} ({status}): {evidence}", $"   To change: {cause.Fix}."];
}
