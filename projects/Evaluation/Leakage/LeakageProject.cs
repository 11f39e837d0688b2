using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>The leakage checks by themselves: of one's own rows, and what each leak does where the truth is known.</summary>
internal sealed class LeakageProject : IProject<LeakageOptions>
{
    public string Name => "leakage-checks";

    public string Verb => "leakage";

    public string Title => "Leakage: does the model see what it is tested on?";

    public TableScale? Scale { get; } = new(MostRows: 200_000, MeasuredRows: 50_000, Seconds: 10, Gigabytes: 0.3);

    public string Description =>
        "Checks your rows and folds for copies, split groups, the future, and columns that are the target in disguise; "
        + "and shows, in simulated data, what each leak does to a score.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the breast cancer data"),
        new("--data mine.csv --target outcome", "your own two-class CSV"),
        new("--data mine.csv --target outcome --group patient", "several rows of each patient"),
        new("--data mine.csv --target outcome --time day", "rows with an order in time"),
    ];

    public IReadOnlyList<ProjectOption> Options => LeakageOptions.All;

    public LeakageOptions Checked(ParsedOptions parsed) => LeakageOptions.Checked(parsed);

    public ProjectResult Run(LeakageOptions options, RunContext context)
    {
        int seed = context.Common.Seed;
        Dataset rows = context.ReadData("breast_cancer", new ColumnRoles { Group = options.Group, Time = options.Time });
        BinaryTarget target = BinaryTarget.From(rows, context.Common.Positive);
        (DataSplit split, IReadOnlyList<Fold> folds) = Turns(target, options.Folds, seed);
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        context.BeginRun(DataDescription.Of(rows, target.PositiveLabel), torch.CPU.ToString());
        LeakageFindings findings = context.Stage("Looking for leaks", 1, stage =>
            LeakageFindings.Of(target, split, [folds], seed, options.Quick, stage.Advance, context.CancellationToken));
        return ResultOf(findings);
    }

    // By time where there is one, else by group, else by chance.
    private static (DataSplit Split, IReadOnlyList<Fold> Folds) Turns(BinaryTarget target, int folds, int seed) => target.Dataset switch
    {
        { Time: not null } => (TimeSplit.Of(target.Dataset).Parts, TimeFolds.Of(target.Dataset, folds)),
        { Group: not null } => (GroupedSplit.Stratified(target, seed), GroupedFolds.Stratified(target, folds, seed)),
        _ => (StratifiedSplit.Of(target, seed), Folds.Stratified(target, folds, seed)),
    };

    private ProjectResult ResultOf(LeakageFindings findings)
    {
        var measurements = new Measurements();
        LeakageMeasurements.Add(measurements, findings);
        var report = new Report(
            Title,
            MarkdownText.Of($"Rows of *{findings.Checks.Target.Dataset.Name}*. {LeakageLines.Summary(findings)}"),
            LeakageSection.Of(findings, measurements));
        return new ProjectResult(report, measurements, Cv(measurements))
        {
            Headline = ["leakage.checks.found", "leakage.selection.inflated", "leakage.selection.honest"],
            Spoken = [.. LeakageLines.Of(findings), ""],
            Documents = [new ResultDocument(
                "statistics.json", new Dictionary<string, object?> { ["leakage"] = LeakageStatistics.Of(findings) })],
        };
    }

    private static CvLines Cv(Measurements measurements)
    {
        var cv = new CvLines();
        cv.Add(
            $"Built checks for data leakage in C# (copies, split groups, the future, the target in disguise) and "
            + $"showed "
            + $"what each leak costs in simulated worlds: columns chosen before cross-validation make a ROC AUC of "
            + $"{measurements["leakage.selection.honest"]} look like {measurements["leakage.selection.inflated"]}.");
        return cv;
    }
}
