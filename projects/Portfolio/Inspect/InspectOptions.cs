using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>What may be asked of a file.</summary>
/// <param name="File">Its path, or the name of an embedded set.</param>
/// <param name="Target">The column to predict; null: it is guessed.</param>
internal sealed record InspectOptions(string File, string? Target)
{
    private static readonly ProjectOption<string?> TargetOption = ProjectOption.Text(
        "--target", "COLUMN", "guessed, and said", "The column to predict: what gives it away is looked for.");

    public static IReadOnlyList<ProjectOption> All { get; } = [TargetOption, .. CommonOptions.OfTables];

    public static InspectOptions Checked(ParsedOptions parsed) => parsed.Words switch
    {
        [] => throw new UserMistakeException(
            $"Which file? Name it behind the command: for instance {CommandSet.Typed("inspect")} mine.csv."),
        [string file] => new(file, parsed.Of(TargetOption)),
        [_, string second, ..] => throw new UserMistakeException(
            $"{Quoted.Value(second)} is one file too many: inspect looks at one. A name with a blank in it stands in quotes."),
    };
}
