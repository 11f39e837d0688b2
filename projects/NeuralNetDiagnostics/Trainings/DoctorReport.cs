using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the page of an examined training says.</summary>
internal static class DoctorReport
{
    public static readonly string[] Headline = ["checks.failed", "checks.undecided", "checks.not_run"];

    public static ProjectResult Of(DoctorSubject subject, SpecData data, DoctorFindings findings)
    {
        TrainingSpec spec = subject.Spec!;
        string[] readAs = subject.ReadAs.Length > 0 ? [subject.ReadAs] : [];
        var report = new Report(
            "A training examined",
            MarkdownText.Of($"A training on {data.TrainingRows:N0} rows of *{data.Rows.Name}*. {string.Join(' ', readAs)} "
                + $"{spec.Resolved(data)} {findings.Examination.Counts} {DiagnosisLines.NotJudged}"),
            [CausesSection.Of(findings), CourseSection.Of(findings), ChecksSection.Of(findings.Examination.Start)]);
        return new ProjectResult(report, Counted(findings.Checks), new CvLines())
        {
            Headline = Headline,
            Spoken = [.. readAs, spec.Resolved(data), .. DiagnosisLines.Of(findings)],
            Documents = [new ResultDocument("diagnosis.json", DiagnosisDocument.Of(findings)), new ResultDocument("spec.json", spec.Whole)],
            History = findings.Examination.Course.History,
            IsNo = findings.IsIll,
        };
    }

    /// <summary>How checks ended.</summary>
    public static Measurements Counted(IReadOnlyList<CheckResult> checks)
    {
        return new()
        {
            { "checks.failed", "Checks that failed", Count(CheckOutcome.Failed), "", "counted" },
            { "checks.undecided", "Checks that are undecided", Count(CheckOutcome.Undecided), "", "counted" },
            { "checks.not_run", "Checks that were not run", Count(CheckOutcome.NotRun), "", "counted" },
        };

        int Count(CheckOutcome outcome) => checks.Count(check => check.Outcome == outcome);
    }
}
