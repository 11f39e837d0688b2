using MlMaths.Torch.Cli;
using MlMaths.Torch.Fuzz.Kinds;

namespace MlMaths.Torch.Fuzz;

/// <summary>How much is attacked, and what.</summary>
/// <param name="Inputs">Of each kind, in this process; 0 for as long as <paramref name="Minutes"/> says.</param>
/// <param name="Minutes">How long; 0 for no limit but the number of inputs.</param>
/// <param name="Executables">How many inputs, over all kinds, through the built programs.</param>
/// <param name="Seed">Of all inputs.</param>
/// <param name="Kinds">What is attacked.</param>
/// <param name="Keep">Where findings go.</param>
/// <param name="Retry">A file that is tried once instead, as the first of the kinds.</param>
/// <param name="Number">The input that alone is tried and shown; null for all.</param>
internal sealed record FuzzOptions(int Inputs, double Minutes, int Executables, int Seed,
    IReadOnlyList<IFuzzedKind> Kinds, string Keep, string? Retry, int? Number)
{
    private static readonly ProjectOption<int> InputsOption =
        ProjectOption.WholeNumber("--inputs", 15_000, "Inputs of each kind, in this process.");
    private static readonly ProjectOption<double> MinutesOption =
        ProjectOption.Number("--minutes", 0, "Stop after as many minutes; 0 for no limit.", from: 0);
    private static readonly ProjectOption<int> ExecutablesOption =
        ProjectOption.WholeNumber("--executables", 0, "Inputs over all kinds that are handed to the built programs.");
    private static readonly ProjectOption<int> SeedOption =
        ProjectOption.WholeNumber("--seed", 1, "Input i of a seed is always the same.");
    private static readonly ProjectOption<string?> OnlyOption =
        ProjectOption.Text("--only", "KIND,KIND", "all",
        $"What is attacked: {string.Join(", ", FuzzedKinds.All.Select(kind => kind.Name))}.");
    private static readonly ProjectOption<string?> KeepOption =
        ProjectOption.Text("--keep", "DIR", "tests/Fuzz/Findings", "Where findings go, made as small as they can be.");
    private static readonly ProjectOption<string?> RetryOption =
        ProjectOption.Text("--retry", "FILE", "none", "Try this file once, as the kind that --only names.");
    private static readonly ProjectOption<int> NumberOption =
        ProjectOption.WholeNumber("--input", -1, "Try this input of the seed alone, and show it.", from: -1);

    private static readonly ProjectOption[] Options =
        [InputsOption, MinutesOption, ExecutablesOption, SeedOption, OnlyOption, KeepOption, RetryOption, NumberOption];

    public static string Help =>
        string.Join('\n', Options.Select(option => $"  {option.Name,-14} {option.Description} ({option.WhenAbsent})"));

    public static FuzzOptions Parse(string[] args)
    {
        ParsedOptions parsed = new CommandLine(args, Options).Checked();
        return new(
            parsed.Of(InputsOption), parsed.Of(MinutesOption), parsed.Of(ExecutablesOption), parsed.Of(SeedOption),
                Named(parsed.Of(OnlyOption)),
            parsed.Of(KeepOption)
                ?? FindingFile.Folder, parsed.Of(RetryOption), parsed.Of(NumberOption) is >= 0 and var number
                ? number : null);
    }

    private static IReadOnlyList<IFuzzedKind> Named(string? names) => names is null
        ? FuzzedKinds.All
        : [.. names.Split(',').Select(name => FuzzedKinds.All.FirstOrDefault(kind => kind.Name == name)
            ?? throw new UserMistakeException(
                $"--only is '{name}', and may be {string.Join(", ", FuzzedKinds.All.Select(kind => kind.Name))}."))];
}
