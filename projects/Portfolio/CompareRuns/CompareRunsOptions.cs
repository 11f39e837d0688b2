using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>Which runs stand side by side.</summary>
/// <param name="Folders">Their folders, the one that others are compared with first.</param>
/// <param name="PrintsJson">Whether another program asks.</param>
internal sealed record CompareRunsOptions(IReadOnlyList<string> Folders, bool PrintsJson)
{
    // As many as there are colours that any eye tells apart.
    private const int Fewest = 2, Most = 8;

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch(
        "--json", "Print the comparison as JSON, and write nothing.");

    public static IReadOnlyList<ProjectOption> All { get; } = [JsonOption];

    public static CompareRunsOptions Checked(ParsedOptions parsed) => parsed.Words.Count is >= Fewest and <= Most
        ? new([.. parsed.Words], parsed.Of(JsonOption))
        : throw new UserMistakeException(
            $"{Counted.Of(parsed.Words.Count, "run folder")} cannot be compared: name {Fewest} to {Most} behind the command, such as "
            + $"{CommandSet.Typed("compare-runs")} runs/20260102-030405-logistic-regression-7 runs/20260102-040506-logistic-regression-7.");
}
