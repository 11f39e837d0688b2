using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary><c>doctor</c>: what is wrong with a training, before its first step and after it.</summary>
internal sealed class DoctorProject : IPrintsDocument<DoctorOptions>
{
    public string Name => "doctor";

    public string Verb => "doctor";

    public string Words => "SPEC.json|LOG|FOLDER";

    public bool ReadsData => false;

    public bool MayAnswerNo => true;

    public string Title => "What is wrong with a training, before its first step and after it";

    public string Description =>
        "Asks a training what it does: whether its loss compares what it should, its gradient reaches every parameter, its rows are mixed "
        + "and labels belong to them, and whether a few rows can be learnt by heart. Then trains it beside two references on the same "
        + "rows, and asks whether it stays finite, overfits or learns too little, and which change takes that away. Names the likely "
        + "causes, what lies upstream first. " + DiagnosisLines.NotJudged
        + " Of a log it asks what curves can tell: whether the loss stays finite, falls and keeps what it has "
        + "reached, and whether validation rises beyond its noise.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("spec.json", "the training in that file; exit code 3 where something was found"),
        new("spec.json --confirm", "each cause tried out: five pairs of trainings, with and without the change"),
        new("spec.json --json", "the same for another program"),
        new("runs/20260102-030405-train-7", "a finished run: its training once more, with its seed"),
        new("log.csv", "a log of steps and losses, as Keras or Lightning write it; fewer checks run"),
        new("logs/ --classes 10", "a folder with event files of TensorBoard, whose loss is a cross-entropy of ten classes"),
        new("log.csv --loss gen_loss --validation val_gen_loss", "columns that do not say by their names what they are"),
    ];

    public IReadOnlyList<ProjectOption> Options => DoctorOptions.All;

    public DoctorOptions Checked(ParsedOptions parsed) => DoctorOptions.Checked(parsed);

    public PrintedDocument? Document(DoctorOptions options, CommonOptions common, CancellationToken cancellation)
    {
        if (!options.PrintsJson) return null;
        if (options.Subject is { Log: { } log })
        {
            var examination = LogExamination.Of(log, options.Subject.Classes);
            return new(DiagnosisDocument.Of(examination), IsNo: examination.IsIll);
        }

        TrainingSpec spec = options.Subject.Spec!;
        int seed = options.Subject.Seed ?? common.Seed;
        using var data = SpecData.Prepare(spec, seed);
        var findings = DoctorFindings.Of(spec, options.Confirms, data, seed, cancellation);
        return new(DiagnosisDocument.Of(findings), IsNo: findings.IsIll);
    }

    public PreparedRun Prepare(DoctorOptions options, RunContext context)
    {
        if (options.Subject is { Log: { } log })
        {
            return new(null, "cpu", run => LogReport.Of(run.Stage(
                "Examining the log", () => LogExamination.Of(log, options.Subject.Classes))));
        }

        TrainingSpec spec = options.Subject.Spec!;
        int seed = options.Subject.Seed ?? context.Common.Seed;
        var data = SpecData.Prepare(spec, seed);
        return new(DataDescription.Of(data.Rows, null), "cpu", run =>
        {
            using (data)
            {
                return DoctorReport.Of(options.Subject, data, run.Stage(
                    "Examining the training",
                    () => DoctorFindings.Of(spec, options.Confirms, data, seed, run.CancellationToken)));
            }
        });
    }
}
