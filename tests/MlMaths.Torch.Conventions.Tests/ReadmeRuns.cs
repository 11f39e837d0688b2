using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Conventions;

[assembly: AssemblyFixture(typeof(ReadmeRuns))]

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// Every command of the READMEs, once: the first of each verb is run, unless the tests of its project run it; the others read their
/// data and begin. Each is a process of its own: where the whole suite is run they go on beside the other tests; where few tests are
/// asked for they wait until one of them asks.
/// </summary>
public sealed class ReadmeRuns
{
    private readonly Lazy<Task<Dictionary<string, (int ExitCode, string Output)>>> _ended;

    public ReadmeRuns()
    {
        _ended = new(() => Task.Run(() => RunAll(atATime: 2)));
        if (WholeSuite.IsRun)
            _ = _ended.Value;
    }

    /// <summary>From the rows to the last file, on the embedded data.</summary>
    private static readonly string[] RunByItsOwnTests = ["logistic", "pca", "decision", "net", "calculus", "evaluate", "distributions"];

    internal static bool HasCuda { get; } = ComputeDevice.Parse("auto").Resolve().type == DeviceType.CUDA;

    internal static string[] Commands =>
    [
        .. Readme.All.SelectMany(page => page.Commands)
            .Where(line => new ReadmeCommand(line) is { Verb: "run", Project: { } project }
                && project.StartsWith("projects/", StringComparison.Ordinal))
            .Distinct(),
    ];

    internal Task<Dictionary<string, (int ExitCode, string Output)>> Ended => _ended.Value;

    private static Dictionary<string, (int ExitCode, string Output)> RunAll(int atATime)
    {
        string[] lines = [.. Commands.Where(line => HasCuda || !new ReadmeCommand(line).NeedsCuda)];
        HashSet<string> whole = [.. lines.DistinctBy(VerbOf).Where(line => !RunByItsOwnTests.Contains(VerbOf(line)))];
        return lines.AsParallel().WithDegreeOfParallelism(atATime)
            .Select(line => (line, Run(line, toItsFolder: !whole.Contains(line)))).ToDictionary();
    }

    private static string? VerbOf(string line) => new ReadmeCommand(line).Arguments.FirstOrDefault();

    private static (int ExitCode, string Output) Run(string line, bool toItsFolder)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("readme-");
        try
        {
            return new ReadmeCommand(line).RunQuickly(folder.FullName, toItsFolder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
