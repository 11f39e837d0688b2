using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What may be asked of the doctor.</summary>
/// <param name="Subject">A training, or a log of one.</param>
/// <param name="Confirms">Whether each cause is tried out in second trainings.</param>
/// <param name="PrintsJson">Whether the diagnosis is printed for a program, and no folder is written.</param>
internal sealed record DoctorOptions(DoctorSubject Subject, bool Confirms, bool PrintsJson)
{
    private const int MostClasses = 1_000_000;

    private static readonly ProjectOption<bool> ConfirmOption = ProjectOption.Switch(
        "--confirm", $"Train {Confirmation.Pairs} pairs for each cause, with and without the change, and say whether it helped.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch(
        "--json", "Print the diagnosis as JSON, and nothing else.");

    private static readonly ProjectOption<string?> StepOption = ProjectOption.Text(
        "--step", "COLUMN", "found by its name", "Of a log: the column with steps or epochs.");

    private static readonly ProjectOption<string?> LossOption = ProjectOption.Text(
        "--loss", "COLUMN", "found by its name", "Of a log: the column or tag with the training loss.");

    private static readonly ProjectOption<string?> ValidationOption = ProjectOption.Text(
        "--validation", "COLUMN", "found by its name", "Of a log: the column or tag with the validation loss.");

    private static readonly ProjectOption<string?> RunOption = ProjectOption.Text(
        "--run", "NAME", "the only one", "Of a log with several runs: which is meant.");

    private static readonly ProjectOption<double?> ClassesOption = ProjectOption.OptionalNumber(
        "--classes", "not known", "Of a log whose loss is a cross-entropy: the number of classes, so that guessing is known.", 10, 2,
        MostClasses);

    public static IReadOnlyList<ProjectOption> All { get; } =
        [ConfirmOption, JsonOption, StepOption, LossOption, ValidationOption, RunOption, ClassesOption];

    public static DoctorOptions Checked(ParsedOptions parsed)
    {
        string path = SpecFile.Named(parsed, "doctor");
        bool confirms = parsed.Of(ConfirmOption);
        if (!DoctorSubject.IsLog(path))
        {
            if (parsed.Given.FirstOrDefault(given => given == StepOption || given == LossOption || given == ValidationOption
                || given == RunOption || given == ClassesOption) is { } ofLog)
            {
                throw new UserMistakeException(
                    $"{ofLog.Name} says what is what in a log, and {Quoted.Path(path)} is a spec, which needs none of that: leave it out.");
            }

            return new(DoctorSubject.OfSpec(path, parsed), confirms, parsed.Of(JsonOption));
        }

        if (confirms)
        {
            throw new UserMistakeException(
                $"--confirm trains again, and {Quoted.Path(path)} is a log, which holds no training: write the training down as a spec "
                + $"({CommandSet.Typed("train")} --schema), or leave --confirm out.");
        }

        int? classes = parsed.Of(ClassesOption) is not { } typed ? null
            : typed == Math.Floor(typed) ? (int)typed
            : throw new UserMistakeException(
                $"--classes is {NumberText.Of(typed)}, and a number of classes is whole: for instance --classes 10.");
        LogNames names = new(parsed.Of(StepOption), parsed.Of(LossOption), parsed.Of(ValidationOption), parsed.Of(RunOption));
        return new(new(null, TrainingLog.Read(path, names), null, classes, ""), false, parsed.Of(JsonOption));
    }
}
