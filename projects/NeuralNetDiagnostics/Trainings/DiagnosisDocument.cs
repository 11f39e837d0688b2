using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What <c>diagnosis.json</c> says.</summary>
/// <param name="Verdict"><c>nothing_found</c>, <c>fault_found</c>, <c>still_learning</c> where a sound training needs more epochs, or
/// <c>harmless_only</c> where second trainings said so.</param>
/// <param name="NotJudged">What was not looked at, in a sentence.</param>
/// <param name="Causes">At most three, the first to look at first.</param>
/// <param name="Checks">All of them, in the order in which they were made.</param>
/// <param name="FalseAlarmRate">Share of sound trainings of the sealed set with an alarm; null for a log, which it is not of.</param>
internal sealed record DiagnosisDocument(
    string Verdict, string NotJudged, IReadOnlyList<CauseDocument> Causes, IReadOnlyList<CheckDocument> Checks,
    RateDocument? FalseAlarmRate)
{
    public static DiagnosisDocument Of(DoctorFindings findings) => new(
        findings.Verdict, DiagnosisLines.NotJudged,
        [
            .. findings.Causes.Select(cause => new CauseDocument(
                cause.Id, cause.Rank, DiagnosisLines.Word(findings.StatusOf(cause)), findings.EvidenceOf(cause), cause.Fix)),
        ],
        [.. findings.Checks.Index().Select(check => Of(check.Item, findings.IsOfChanged(check.Index)))],
        RateDocument.From(DoctorRates.FalseAlarms));

    public static DiagnosisDocument Of(LogExamination examination) => new(
        examination.IsIll ? "fault_found" : examination.IsStillLearning ? "still_learning" : "nothing_found",
        $"{examination.Log.ReadAs} {LogExamination.NotJudged}",
        [
            .. examination.Causes.Select(cause => new CauseDocument(
                cause.Id, cause.Rank, DiagnosisLines.Word(CauseStatus.Suspected), cause.Evidence, cause.Fix)),
        ],
        [.. examination.Checks.Select(check => Of(check, isOfChanged: false))], null);

    private static CheckDocument Of(CheckResult check, bool isOfChanged) =>
        new(check.Id, Word(check.Outcome), isOfChanged ? $"With the causes changed: {check.Why}" : check.Why);

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => "failed",
        CheckOutcome.NotRun => "not_run",
        CheckOutcome.Undecided => "undecided",
    };
}

/// <summary>One cause.</summary>
internal sealed record CauseDocument(string Id, int Rank, string Status, string Evidence, string Fix);

/// <summary>One check.</summary>
internal sealed record CheckDocument(string Id, string Result, string Why);

/// <summary>A share that was measured, with its 95 % interval.</summary>
internal sealed record RateDocument(double? Value, double? Low, double? High, int Count, int Of)
{
    public static RateDocument From(DoctorRate rate) =>
        new(rate.Share.Value, rate.Share.Low, rate.Share.High, rate.Count, rate.Total);
}
