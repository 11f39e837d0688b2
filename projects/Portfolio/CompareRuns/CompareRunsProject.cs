using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary><c>compare-runs</c>: what differs between runs of one command, and what that did.</summary>
internal sealed class CompareRunsProject : IPrintsDocument<CompareRunsOptions>
{
    public string Name => "compare-runs";

    public string Verb => "compare-runs";

    public string Words => "RUN_FOLDER RUN_FOLDER ...";

    public bool ReadsData => false;

    public string Title => "Runs of one command side by side: options, numbers with intervals, curves";

    public string Description =>
        "Says first what differs: options, seed, data, versions. Then every measurement of the runs side by side with its interval; each "
        + "run against the first, paired by test row where both judged the same rows, or why that cannot be done; and the curves of their "
        + "trainings over each other. A difference is called one only where its paired interval lies clear of zero.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("runs/20260102-030405-logistic-regression-7 runs/20260102-040506-logistic-regression-7", "two runs, as a page"),
        new("runs/20260102-030405-net-7 runs/20260102-040506-net-7 --json", "the same for another program"),
    ];

    public IReadOnlyList<ProjectOption> Options => CompareRunsOptions.All;

    public CompareRunsOptions Checked(ParsedOptions parsed) => CompareRunsOptions.Checked(parsed);

    public PrintedDocument? Document(CompareRunsOptions options, CommonOptions common, CancellationToken cancellation) =>
        options.PrintsJson ? new(CompareRunsDocument.Of(ComparedRuns.Of(ComparedRuns.Open(options.Folders), cancellation))) : null;

    public PreparedRun Prepare(CompareRunsOptions options, RunContext context)
    {
        IReadOnlyList<ComparedRun> runs = ComparedRuns.Open(options.Folders);
        return new(ComparedRuns.Describe(runs), "cpu", run => CompareRunsReport.Of(
            run.Stage("Comparing", () => ComparedRuns.Of(runs, run.CancellationToken))));
    }
}
