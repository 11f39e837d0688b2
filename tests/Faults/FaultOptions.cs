using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Faults;

/// <summary>How many faults, of which programs.</summary>
internal sealed record FaultOptions(int Kills, int Signals, int FullDisks, int FoldersGone, int Seed, string? Only,
    int? Trial)
{
    private static readonly ProjectOption<int> KillsOption =
        ProjectOption.WholeNumber("--kills", 100, "How often a program is killed.");
    private static readonly ProjectOption<int> SignalsOption =
        ProjectOption.WholeNumber("--signals", 60, "How often it is interrupted or asked to end, half each.");
    private static readonly ProjectOption<int> DisksOption =
        ProjectOption.WholeNumber("--disks", 12, "How often its disk is full.");
    private static readonly ProjectOption<int> GoneOption =
        ProjectOption.WholeNumber("--gone", 12, "How often its output folder is deleted.");
    private static readonly ProjectOption<int> SeedOption =
        ProjectOption.WholeNumber("--seed", 1,
            "Of the moments: trial i of a seed is always the same program, fault and moment.");
    private static readonly ProjectOption<string?> OnlyOption =
        ProjectOption.Text("--only", "NAME,NAME", "all",
            "Of these programs alone: logistic, pca, decision, net, evaluate, leakage, regression, distributions, inspect, "
            + "metrics, compare, calculus, explain.");
    private static readonly ProjectOption<int> TrialOption =
        ProjectOption.WholeNumber("--trial", -1, "This trial alone.", from: -1);

    private static readonly ProjectOption[] Options =
        [KillsOption, SignalsOption, DisksOption, GoneOption, SeedOption, OnlyOption, TrialOption];

    public static string Help =>
        string.Join('\n', Options.Select(option => $"  {option.Name,-10} {option.Description} ({option.WhenAbsent})"));

    /// <summary>Each fault in its turn.</summary>
    public IEnumerable<FaultKind> Faults =>
        Enumerable.Repeat(FaultKind.Kill, Kills)
            .Concat(Enumerable.Range(0, Signals).Select(i => i % 2 == 0 ? FaultKind.Interrupt : FaultKind.Terminate))
            .Concat(Enumerable.Repeat(FaultKind.FullDisk, SmallDisk.WhyNot is null ? FullDisks : 0))
            .Concat(Enumerable.Repeat(FaultKind.FolderGone, FoldersGone));

    public static FaultOptions Parse(string[] args)
    {
        ParsedOptions parsed = new CommandLine(args, Options).Checked();
        return new(parsed.Of(KillsOption), parsed.Of(SignalsOption), parsed.Of(DisksOption), parsed.Of(GoneOption),
            parsed.Of(SeedOption), parsed.Of(OnlyOption),
            parsed.Of(TrialOption) is >= 0 and var trial ? trial : null);
    }

    public IReadOnlyList<FaultedProgram> Among(IReadOnlyList<FaultedProgram> all) => Only is null
        ? all
        : [.. Only.Split(',').Select(name => all.FirstOrDefault(program => program.Name == name)
            ?? throw new UserMistakeException(
                $"--only is '{name}', and may be {string.Join(", ", all.Select(program => program.Name))}."))];
}
