using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Conventions;

[assembly: AssemblyFixture(typeof(ReadmeRuns))]

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// Every command of the READMEs, once: the first of each verb is a process of its own that runs to its end, unless the tests of its
/// project run it; of the others those that leave a run folder read their data and begin. Where the whole suite is run they go on
/// beside the other tests; where few tests are asked for they wait until one of them asks.
/// </summary>
public sealed class ReadmeRuns
{
    private readonly Lazy<Task<Dictionary<string, (int ExitCode, string Output)>>> _ended;

    public ReadmeRuns()
    {
        _ended = new(() => Task.Run(RunAll));
        if (WholeSuite.IsRun)
            _ = _ended.Value;
    }

    /// <summary>From the rows to the last file, on the embedded data.</summary>
    private static readonly string[] RunByItsOwnTests =
        ["logistic", "pca", "decision", "net", "calculus", "evaluate", "distributions", "regression"];

    internal static bool HasCuda { get; } = ComputeDevice.Parse("auto").Resolve().type == DeviceType.CUDA;

    internal static string[] Commands =>
    [
        .. Readme.All.SelectMany(page => page.Commands)
            .Where(line => new ReadmeCommand(line) is { Verb: "run", Project: { } project }
                && project.StartsWith("projects/", StringComparison.Ordinal))
            .Distinct(),
    ];

    internal Task<Dictionary<string, (int ExitCode, string Output)>> Ended => _ended.Value;

    private static Dictionary<string, (int ExitCode, string Output)> RunAll()
    {
        string[] lines = [.. Commands.Where(line => HasCuda || !new ReadmeCommand(line).NeedsCuda)];
        HashSet<string> whole = [.. lines.DistinctBy(VerbOf).Where(line => !RunByItsOwnTests.Contains(VerbOf(line)))];
        return lines.GroupBy(line => new ReadmeCommand(line).InShort)
            .Select(same => (Lines: same, Ended: Run(new(same.First()), isWhole: same.Any(whole.Contains))))
            .SelectMany(run => run.Lines.Select(line => (line, run.Ended))).ToDictionary();
    }

    // Each study is a program of its own behind its name.
    private static string? VerbOf(string line) => new ReadmeCommand(line).Arguments is ["study", var name, ..]
        ? $"study {name}"
        : new ReadmeCommand(line).Arguments.FirstOrDefault();

    private static (int ExitCode, string Output) Run(ReadmeCommand command, bool isWhole)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("readme-");
        try
        {
            return isWhole || !command.LeavesARunFolder || !command.IsOfPortfolio
                ? command.RunQuickly(folder.FullName)
                : command.Begin(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
