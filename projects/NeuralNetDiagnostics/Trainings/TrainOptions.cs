using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What may be asked of a training that stands in a file.</summary>
/// <param name="Spec">The training; null where its schema was asked for.</param>
internal sealed record TrainOptions(TrainingSpec? Spec)
{
    public static ProjectOption<bool> SchemaOption { get; } = ProjectOption.Switch(
        "--schema", "Print a JSON schema of a spec, every field with its default, and nothing else.");

    public static TrainOptions Checked(ParsedOptions parsed)
    {
        if (!parsed.Of(SchemaOption)) return new(SpecFile.Read(parsed, "train"));
        return parsed.Words.Count == 0
            ? new((TrainingSpec?)null)
            : throw new UserMistakeException($"--schema is about every spec, and {Quoted.Value(parsed.Words[0])} is one: leave it out.");
    }
}
