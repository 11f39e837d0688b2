using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What may be asked of the doctor.</summary>
/// <param name="Spec">The training.</param>
/// <param name="Confirms">Whether each cause is tried out in second trainings.</param>
/// <param name="PrintsJson">Whether the diagnosis is printed for a program, and no folder is written.</param>
internal sealed record DoctorOptions(TrainingSpec Spec, bool Confirms, bool PrintsJson)
{
    private static readonly ProjectOption<bool> ConfirmOption = ProjectOption.Switch(
        "--confirm", $"Train {Confirmation.Pairs} pairs for each cause, with and without the change, and say whether it helped.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch(
        "--json", "Print the diagnosis as JSON, and nothing else.");

    public static IReadOnlyList<ProjectOption> All { get; } = [ConfirmOption, JsonOption];

    public static DoctorOptions Checked(ParsedOptions parsed) =>
        new(SpecFile.Read(parsed, "doctor"), parsed.Of(ConfirmOption), parsed.Of(JsonOption));
}
