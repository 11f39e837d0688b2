using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>A diagnosis in lines for the terminal.</summary>
internal static class DiagnosisLines
{
    /// <summary>What nobody has looked at, so that silence is not read as health.</summary>
    public const string NotJudged =
        "Judged on these rows and this seed: not on data that look different, nor where validation rows are too few to tell.";

    /// <summary>An answer that is no fault.</summary>
    public const string StillLearning = "Still learning: nothing is wrong, and more steps would help.";

    private const int MostLines = 20;

    private const string WithChange = "With the causes above changed:";

    public static string Word(CauseStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>How many checks failed, what is likely to be wrong, and what to change.</summary>
    public static IEnumerable<string> OfCauses(StartDiagnosis diagnosis) =>
        [diagnosis.Counts, .. diagnosis.Causes.SelectMany(cause => Lines(cause, "suspected", cause.Evidence))];

    /// <summary>The same with what second trainings said, the checks that are undecided or were not run, and what was not judged; where
    /// that would be too many lines, those that were not run in one.</summary>
    public static IReadOnlyList<string> Of(DoctorFindings findings)
    {
        string[] whole = [.. Lines(findings, NotRun(findings))];
        return whole.Length <= MostLines ? whole : [.. Lines(findings, [NotRunInShort(findings)])];
    }

    /// <summary>What a log shows: what it was read as, the candidates, and what to log so that more can be asked.</summary>
    public static IReadOnlyList<string> Of(LogExamination examination) =>
    [
        examination.Log.ReadAs, examination.Counts,
        .. examination.IsStillLearning ? [StillLearning] : Array.Empty<string>(),
        .. examination.Causes.GroupBy(cause => cause.Evidence).SelectMany(Lines),
        .. Others(Untold(examination), CheckOutcome.Failed, "also failed"),
        .. Others(Untold(examination), CheckOutcome.Undecided, "seen besides"),
        .. Others(examination.Checks, CheckOutcome.NotRun, "not run"), LogExamination.NotJudged,
    ];

    private static IEnumerable<CheckResult> Untold(LogExamination examination) =>
        examination.Checks.Where(check => examination.Causes.All(cause => cause.Check != check.Id));

    // Candidates of one symptom stand under it.
    private static IEnumerable<string> Lines(IGrouping<string, Cause> symptom) =>
    [
        symptom.Key, .. symptom.SelectMany(cause => new[] { $"{cause.Rank}. {cause.Id} (suspected)", $"   To change: {cause.Fix}." }),
    ];

    private static IEnumerable<string> Lines(DoctorFindings findings, string[] notRun)
    {
        HashSet<string> told = [.. findings.Causes.Select(cause => cause.Check)];
        string[] before =
        [
            .. Others(findings.Examination.Start.Checks.Where(check => !told.Contains(check.Id)), CheckOutcome.Failed, "also failed"),
            .. Others(findings.Examination.Start.Checks, CheckOutcome.Undecided, "undecided"),
        ];
        return
        [
            findings.Examination.Counts,
            .. findings.Examination.IsStillLearning ? [StillLearning] : Array.Empty<string>(),
            .. findings.Causes.SelectMany(cause => Lines(cause, Word(findings.StatusOf(cause)), findings.EvidenceOf(cause))),
            .. findings.EffectWords is { } effect ? [effect] : Array.Empty<string>(),
            .. Others(findings.Examination.Course.Checks.Where(check => !told.Contains(check.Id)), CheckOutcome.Failed, "also failed"),
            .. Others(findings.Examination.Course.Checks, CheckOutcome.Undecided, "seen besides"),
            .. before.Length + notRun.Length > 0 && findings.Examination.Start.WasCutShort ? [WithChange] : Array.Empty<string>(),
            .. before, .. notRun, findings.RatesWords, NotJudged,
        ];
    }

    private static string[] NotRun(DoctorFindings findings) => [.. Others(findings.Checks, CheckOutcome.NotRun, "not run")];

    private static string NotRunInShort(DoctorFindings findings) => "not run, and the page says why: "
        + string.Join(", ", findings.Checks.Where(check => check.Outcome == CheckOutcome.NotRun).Select(check => check.Id));

    private static IEnumerable<string> Others(IEnumerable<CheckResult> checks, CheckOutcome outcome, string word) =>
        checks.Where(check => check.Outcome == outcome).Select(check => $"{word}, {check.Id}: {check.Why}");

    private static string[] Lines(Cause cause, string status, string evidence) =>
        [$"{cause.Rank}. {cause.Id} ({status}): {evidence}", $"   To change: {cause.Fix}."];
}
