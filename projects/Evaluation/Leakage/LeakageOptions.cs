using MlMaths.Torch.Cli;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What may be asked of the leakage checks.</summary>
/// <param name="Group">Column that says which rows belong together; null for none.</param>
/// <param name="Time">Column that says when a row was known; null for none.</param>
/// <param name="Folds">k.</param>
/// <param name="Quick">Fewer drawn worlds.</param>
internal sealed record LeakageOptions(string? Group, string? Time, int Folds, bool Quick)
{
    private static readonly ProjectOption<string?> GroupOption = ProjectOption.Text(
        "--group", "COLUMN", "none", "Column that says which rows belong together, such as a patient or a customer.");

    private static readonly ProjectOption<string?> TimeOption = ProjectOption.Text(
        "--time", "COLUMN", "none", "Column that says when a row was known: the past trains, the future tests.");

    private static readonly ProjectOption<int> FoldsOption =
        ProjectOption.WholeNumber("--folds", 5, "Folds of the cross-validation.", from: 2, to: 50);

    public static IReadOnlyList<ProjectOption> All { get; } = [GroupOption, TimeOption, FoldsOption];

    public static LeakageOptions Checked(ParsedOptions parsed) =>
        new(parsed.Of(GroupOption), parsed.Of(TimeOption), parsed.Of(FoldsOption), parsed.Common.Quick);
}
