using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary><c>doctor</c>: what is wrong with a training, before its first step and after it.</summary>
internal sealed class DoctorProject : IPrintsDocument<DoctorOptions>
{
    public string Name => "doctor";

    public string Verb => "doctor";

    public string Words => "SPEC.json";

    public bool ReadsData => false;

    public bool MayAnswerNo => true;

    public string Title => "What is wrong with a training, before its first step and after it";

    public string Description =>
        "Asks a training what it does: whether its loss compares what it should, its gradient reaches every parameter, its rows are mixed "
        + "and labels belong to them, and whether a few rows can be learnt by heart. Then trains it beside two references on the same "
        + "rows, and asks whether it stays finite, overfits or learns too little, and which change takes that away. Names the likely "
        + "causes, what lies upstream first. " + DiagnosisLines.NotJudged;

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("spec.json", "the training in that file; exit code 3 where something was found"),
        new("spec.json --confirm", "each cause tried out: five pairs of trainings, with and without the change"),
        new("spec.json --json", "the same for another program"),
    ];

    public IReadOnlyList<ProjectOption> Options => DoctorOptions.All;

    public DoctorOptions Checked(ParsedOptions parsed) => DoctorOptions.Checked(parsed);

    public PrintedDocument? Document(DoctorOptions options, CommonOptions common, CancellationToken cancellation)
    {
        if (!options.PrintsJson) return null;
        using var data = SpecData.Prepare(options.Spec, common.Seed);
        var findings = DoctorFindings.Of(options, data, common.Seed, cancellation);
        return new(DiagnosisDocument.Of(findings), IsNo: findings.IsIll);
    }

    public PreparedRun Prepare(DoctorOptions options, RunContext context)
    {
        var data = SpecData.Prepare(options.Spec, context.Common.Seed);
        return new(DataDescription.Of(data.Rows, null), "cpu", run =>
        {
            using (data)
            {
                return ReportOf(options.Spec, data, run.Stage(
                    "Examining the training", () => DoctorFindings.Of(options, data, run.Common.Seed, run.CancellationToken)));
            }
        });
    }

    private static ProjectResult ReportOf(TrainingSpec spec, SpecData data, DoctorFindings findings)
    {
        Measurements measurements = new()
        {
            { "checks.failed", "Checks that failed", Count(findings, CheckOutcome.Failed), "", "counted" },
            { "checks.undecided", "Checks that are undecided", Count(findings, CheckOutcome.Undecided), "", "counted" },
            { "checks.not_run", "Checks that were not run", Count(findings, CheckOutcome.NotRun), "", "counted" },
        };
        var report = new Report(
            "A training examined",
            MarkdownText.Of($"A training on {data.TrainingRows:N0} rows of *{data.Rows.Name}*. {spec.Resolved(data)} "
                + $"{findings.Examination.Counts} {DiagnosisLines.NotJudged}"),
            [CausesSection.Of(findings), CourseSection.Of(findings), ChecksSection.Of(findings.Examination.Start)]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["checks.failed", "checks.undecided", "checks.not_run"],
            Spoken = [spec.Resolved(data), .. DiagnosisLines.Of(findings)],
            Documents = [new ResultDocument("diagnosis.json", DiagnosisDocument.Of(findings)), new ResultDocument("spec.json", spec.Whole)],
            History = findings.Examination.Course.History,
            IsNo = findings.IsIll,
        };
    }

    private static int Count(DoctorFindings findings, CheckOutcome outcome) => findings.Checks.Count(check => check.Outcome == outcome);
}
