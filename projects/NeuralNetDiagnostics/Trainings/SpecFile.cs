using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>The one file behind a command.</summary>
internal static class SpecFile
{
    public static TrainingSpec Read(ParsedOptions parsed, string verb) => TrainingSpec.Read(Named(parsed, verb));

    public static string Named(ParsedOptions parsed, string verb) => parsed.Words switch
    {
        [] => throw new UserMistakeException(
            $"Which training? Name its file behind the command, as in {CommandSet.Typed(verb)} spec.json: a file with {{}} in it is a "
            + $"training already, and {CommandSet.Typed("train")} --schema shows every field."),
        [string file] => file,
        [_, string second, ..] => throw new UserMistakeException(
            $"{Quoted.Value(second)} is one file too many: name one. A name with a blank in it stands in quotes."),
    };
}
